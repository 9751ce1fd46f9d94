import { tsPlugin } from "@sveltejs/acorn-typescript";
import { type Node, Parser, type Program } from "acorn";

const TypeScriptParser = Parser.extend(tsPlugin());

/** Code that is not TypeScript, or a promise that can't be read, in a line of a document. */
export class SnippetError extends Error {
  override readonly name = "SnippetError";
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}

/** Parses TypeScript whose first line has the given number. Runs in browsers, too. */
export function parse(code: string, firstLine = 1): Program {
  try {
    return TypeScriptParser.parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { loc } = error as SyntaxError & { loc?: { line: number } };
    throw new SnippetError(firstLine - 1 + (loc?.line ?? 1), error.message.replace(/ \(\d+:\d+\)$/, ""));
  }
}

/** Calls `visit` with a node and all nodes within it, from the outside in and from left to right. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, visit);
}

function isNode(value: unknown): value is Node {
  return typeof (value as Partial<Node> | null | undefined)?.type === "string";
}
