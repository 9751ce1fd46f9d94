import jsTokens from "js-tokens";

/** What a part of code is, as far as its colour tells. */
export type Kind = "comment" | "string" | "number" | "control" | "keyword" | "call" | "type" | "name";

export interface ColouredToken {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

const CONTROL = wordsOf(
  "await break case catch continue default do else export finally for from if import return switch throw try while yield",
);
const KEYWORD = wordsOf(
  "any as async boolean class const constructor delete extends false function get implements in instanceof interface " +
    "keyof let new never null number of override private protected public readonly set static string super this true " +
    "type typeof undefined unknown var void",
);

/** The parts of TypeScript that have a colour. Unfinished code, as one writes it, has them too. */
export function colouredTokens(code: string): ColouredToken[] {
  const found: ColouredToken[] = [];
  let start = 0;
  for (const { type, value } of jsTokens(code)) {
    const end = start + value.length;
    const kind = type === "IdentifierName" ? kindOfName(value, code.slice(end)) : kindOfType(type);
    if (kind !== undefined) found.push({ kind, start, end });
    start = end;
  }
  return found;
}

function kindOfType(type: string): Kind | undefined {
  if (type.endsWith("Comment")) return "comment";
  if (type === "NumericLiteral") return "number";
  return /^(String|RegularExpression|NoSubstitution|Template)/.test(type) ? "string" : undefined;
}

function kindOfName(name: string, after: string): Kind {
  if (CONTROL.has(name)) return "control";
  // `{ type: "a" }` and `set(1)` name something.
  if (KEYWORD.has(name) && !/^(\s*:|\()/.test(after)) return "keyword";
  if (/^\s*(<[\w\s,<>]*>)?\(/.test(after)) return "call";
  return /^[A-Z]/.test(name) ? "type" : "name";
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(" "));
}
