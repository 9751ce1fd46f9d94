import type { Node, Pattern, Program } from "acorn";
import { type Expectation, promises, readExpectation } from "./expectation.js";
import type { Block } from "./find-blocks.js";
import { parse, SnippetError, walk } from "./parse.js";

/** A block as the body of a function, line by line. */
export interface CompiledBlock {
  readonly imports: readonly string[];
  /** The code without imports, with its promises as calls of `checks`. */
  readonly body: string;
  /** The names it declares at its top level. */
  readonly names: readonly string[];
  /** The lines with a promise. */
  readonly promised: readonly number[];
}

/** Text to insert into the code at a position. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

type Statement = Program["body"][number];

/**
 * Turns the promises in a block's comments into checks, and a block of Python into a call that runs it. Throws
 * if there is a promise after something without a value.
 */
export function compileBlock({ language, code, line: firstLine }: Block): CompiledBlock {
  if (language === "python") {
    const body = `checks.python(${firstLine}, ${JSON.stringify(code)});`;
    return { imports: [], body, names: [], promised: [] };
  }
  const program = parse(code, firstLine);
  const insertions: Insertion[] = [];
  const promised: number[] = [];
  walk(program, (node) => {
    const promise = promiseBehind(code, node.end);
    if (promise === undefined) return;
    const line = firstLine - 1 + (node.loc?.end.line ?? 1) + promise.linesBelow;
    const expectation = expectationIn(promise.comment, line);
    const checked = expectation && checkOf(node as Statement, expectation, line);
    if (checked) {
      insertions.push(...checked);
      promised.push(line);
    }
  });

  const lost = code.split("\n").findIndex((text, i) => promises(text) && !promised.includes(firstLine + i));
  if (lost >= 0) {
    throw new SnippetError(firstLine + lost, "the promise does not follow an expression; expected one");
  }
  const imports = program.body.filter(({ type }) => type === "ImportDeclaration");
  return {
    imports: imports.map(({ start, end }) => code.slice(start, end).replace(/\s+/g, " ")),
    body: withInsertions(withoutNodes(code, imports), insertions),
    names: program.body.flatMap(declaredNames),
    promised,
  };
}

/** The comment after a statement, in the same line or alone in the next. */
function promiseBehind(code: string, end: number): { comment: string; linesBelow: number } | undefined {
  const [, newline, comment] = /^[ \t]*(\n[ \t]*)?(\/\/.*)/.exec(code.slice(end)) ?? [];
  return comment === undefined ? undefined : { comment, linesBelow: newline === undefined ? 0 : 1 };
}

function expectationIn(comment: string, line: number): Expectation | undefined {
  try {
    return readExpectation(comment);
  } catch (error) {
    throw new SnippetError(line, (error as Error).message);
  }
}

/** The check of an expression or of a declared constant; undefined for anything else. */
function checkOf(node: Statement, expectation: Expectation, line: number): Insertion[] | undefined {
  if (node.type === "ExpressionStatement") {
    const { expression } = node;
    const [open, close] = callAround(expectation, line);
    return [
      { at: expression.start, text: open },
      { at: expression.end, text: close },
    ];
  }
  if (node.type !== "VariableDeclaration" || expectation.kind === "throws") return undefined;
  const [declaration, ...others] = node.declarations;
  if (declaration === undefined || others.length > 0 || declaration.id.type !== "Identifier")
    return undefined;
  return [{ at: node.end, text: ` ${callAround(expectation, line).join(declaration.id.name)};` }];
}

function callAround(expectation: Expectation, line: number): [open: string, close: string] {
  const { kind } = expectation;
  if (kind !== "throws") return [`checks.${kind}(${line}, (`, `), (${expectation.value}))`];
  const [name, part] = [JSON.stringify(expectation.name), JSON.stringify(expectation.part)];
  return [`checks.throws(${line}, () => (`, `), ${name}, ${part})`];
}

/** Replaces the nodes by spaces, so that all other characters keep their places. */
function withoutNodes(code: string, nodes: readonly Node[]): string {
  return nodes.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + text.slice(start, end).replace(/\S/g, " ") + text.slice(end),
    code,
  );
}

function withInsertions(code: string, insertions: readonly Insertion[]): string {
  const lastFirst = [...insertions].sort((a, b) => b.at - a.at);
  return lastFirst.reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code);
}

function declaredNames(statement: Statement): string[] {
  if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") {
    return [statement.id.name];
  }
  return statement.type === "VariableDeclaration"
    ? statement.declarations.flatMap(({ id }) => boundNames(id))
    : [];
}

function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((item) => boundNames(item.type === "Property" ? item.value : item));
    case "ArrayPattern":
      return pattern.elements.flatMap((item) => (item ? boundNames(item) : []));
    case "RestElement":
      return boundNames(pattern.argument);
    case "AssignmentPattern":
      return boundNames(pattern.left);
    default:
      return [];
  }
}
