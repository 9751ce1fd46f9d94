import ts from "typescript";
import { type Expectation, promises, readExpectation } from "./expectation.js";
import type { Block } from "./find-blocks.js";

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

/**
 * Turns the promises in a block's comments into checks, and a block of Python into a call that runs it. Throws
 * if there is a promise after something without a value.
 */
export function compileBlock({ language, code, line: firstLine }: Block): CompiledBlock {
  if (language === "python") {
    const body = `checks.python(${firstLine}, ${JSON.stringify(code)});`;
    return { imports: [], body, names: [], promised: [] };
  }
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => firstLine + file.getLineAndCharacterOfPosition(position).line;
  const insertions: Insertion[] = [];
  const promised: number[] = [];

  const visit = (node: ts.Node): void => {
    const comment = ts.isStatement(node) ? commentBehind(code, node) : undefined;
    const expectation = comment && readExpectation(code.slice(comment.pos, comment.end));
    const line = lineOf(comment?.pos ?? node.end);
    const checked = expectation && checkOf(node, expectation, line);
    if (checked) {
      insertions.push(...checked);
      promised.push(line);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);

  const lost = code.split("\n").findIndex((text, i) => promises(text) && !promised.includes(firstLine + i));
  if (lost >= 0) {
    throw new Error(`line ${firstLine + lost}: the promise does not follow an expression; expected one`);
  }
  const imports = file.statements.filter(ts.isImportDeclaration);
  return {
    imports: imports.map((node) => node.getText(file).replace(/\s+/g, " ")),
    body: withInsertions(withoutNodes(code, imports, file), insertions),
    names: file.statements.flatMap(declaredNames),
    promised,
  };
}

/** The comment after a statement, in the same line or alone in the next. */
function commentBehind(code: string, node: ts.Node): ts.TextRange | undefined {
  const [comment] = ts.getTrailingCommentRanges(code, node.end) ?? [];
  if (comment !== undefined) return comment;
  const [below, indent] = /^[ \t]*\n([ \t]*)\/\/.*/.exec(code.slice(node.end)) ?? [];
  if (below === undefined || indent === undefined) return undefined;
  return { pos: node.end + below.indexOf("//"), end: node.end + below.length };
}

/** The check of an expression or of a declared constant; undefined for any other statement. */
function checkOf(node: ts.Node, expectation: Expectation, line: number): Insertion[] | undefined {
  if (ts.isExpressionStatement(node)) {
    const { expression } = node;
    const [open, close] = callAround(expectation, line);
    return [
      { at: expression.getStart(), text: open },
      { at: expression.end, text: close },
    ];
  }
  if (!ts.isVariableStatement(node) || expectation.kind === "throws") return undefined;
  const [declaration, ...others] = node.declarationList.declarations;
  if (declaration === undefined || others.length > 0 || !ts.isIdentifier(declaration.name)) return undefined;
  return [{ at: node.end, text: ` ${callAround(expectation, line).join(declaration.name.text)};` }];
}

function callAround(expectation: Expectation, line: number): [open: string, close: string] {
  const { kind } = expectation;
  if (kind !== "throws") return [`checks.${kind}(${line}, (`, `), (${expectation.value}))`];
  const [name, part] = [JSON.stringify(expectation.name), JSON.stringify(expectation.part)];
  return [`checks.throws(${line}, () => (`, `), ${name}, ${part})`];
}

/** Replaces the nodes by spaces, so that all other characters keep their places. */
function withoutNodes(code: string, nodes: readonly ts.Node[], file: ts.SourceFile): string {
  return nodes.reduce((text, node) => {
    const start = node.getStart(file);
    return text.slice(0, start) + text.slice(start, node.end).replace(/\S/g, " ") + text.slice(node.end);
  }, code);
}

function withInsertions(code: string, insertions: readonly Insertion[]): string {
  const lastFirst = [...insertions].sort((a, b) => b.at - a.at);
  return lastFirst.reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code);
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return statement.name ? [statement.name.text] : [];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}
