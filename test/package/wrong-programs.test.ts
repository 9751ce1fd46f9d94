import { join } from "node:path";
import ts from "typescript";
import { describe, expect, inject, test } from "vitest";
import { pairs } from "./programs/pairs.js";

const project = inject("project");
const header = `
import { BatchNorm, Dense, Dropout, Matrix, RandomState, ReLU, Residual } from "spiralnet";
import { SGD, sequential, softmaxCrossEntropy } from "spiralnet";
import { checkLayer, checkLoss } from "spiralnet/check";
import { loadCheckpoint } from "spiralnet/node";
import { scatter } from "spiralnet/plot";
`;

const sources = new Map(
  pairs.flatMap(({ wrong, right }, i) => [
    [join(project, `wrong-${i}.mts`), wrong],
    [join(project, `right-${i}.mts`), right],
  ]),
);

/**
 * Compiles all programs at once. Only the language's own types are in scope, so the package's declarations
 * need no others.
 */
function compile(): ts.Program {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => (sources.has(file) ? header + sources.get(file) : readFile(file));
  return ts.createProgram([...sources.keys()], options, host);
}

const program = compile();

function messages(file: string): string[] {
  const source = program.getSourceFile(join(project, file));
  const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("the package's declarations compile", () => {
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.includes("/spiralnet/dist/"));
  expect(own.length).toBeGreaterThanOrEqual(3);
  expect(own.flatMap((file) => program.getSemanticDiagnostics(file))).toEqual([]);
});

describe.each(pairs.map((pair, i) => ({ ...pair, i })))("$title", ({ wrong, message, right, i }) => {
  test(`does not compile: ${wrong}`, () => {
    const found = messages(`wrong-${i}.mts`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });

  test(`compiles: ${right}`, () => {
    expect(messages(`right-${i}.mts`)).toEqual([]);
  });
});
