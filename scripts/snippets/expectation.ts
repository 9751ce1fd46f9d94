import { parse } from "./parse.js";

/** The promise in a comment after a statement. */
export type Expectation =
  | { readonly kind: "equal" | "near"; readonly value: string }
  | { readonly kind: "throws"; readonly name: string; readonly part: string };

const MARKS = { "=>": "equal", "≈": "near" } as const;

/** Whether a line of code ends in a comment with a promise. */
export function promises(line: string): boolean {
  return /\/\/\s*(=>|≈|throws\s)/.test(line);
}

/**
 * Reads `// => value`, `// ≈ value` and `// throws Name: part`; undefined for any other comment. A remark may
 * follow the value after a comma.
 */
export function readExpectation(comment: string): Expectation | undefined {
  const [, mark, rest = ""] = /^\/\/\s*(=>|≈|throws(?=\s))\s*(.*)$/.exec(comment) ?? [];
  if (mark === undefined) return undefined;
  if (mark === "throws") {
    const [, name, part = ""] = /^(\w+)(?::\s*(.*))?$/.exec(rest.trim()) ?? [];
    if (name === undefined) throw new Error(`expected "throws Name: part of the message", got "${comment}"`);
    return { kind: "throws", name, part };
  }
  return { kind: MARKS[mark as keyof typeof MARKS], value: leadingExpression(rest, comment) };
}

/** The shortest part up to a comma or the end that is an expression. */
function leadingExpression(text: string, comment: string): string {
  const ends = [...text.matchAll(/,|$/g)].map(({ index }) => index);
  const value = ends.map((end) => text.slice(0, end).trim()).find(isExpression);
  if (value === undefined) throw new Error(`expected a value after the mark, got "${comment}"`);
  return value;
}

function isExpression(text: string): boolean {
  if (text === "") return false;
  try {
    return parse(`(${text});`).body.length === 1;
  } catch {
    return false;
  }
}
