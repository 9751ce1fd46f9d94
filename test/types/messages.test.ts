import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";

/** Statements that must not compile, and what the compiler must say of them. */
const mistakes: [statement: string, message: string][] = [
  ["Matrix.zeros(300, 2).matmul(Matrix.zeros(64, 3))", "left has 2 columns, right has 64 rows"],
  ["Matrix.zeros(3, 4).add(Matrix.zeros(4, 3))", "left is 3 x 4, right is 4 x 3"],
  ["Matrix.zeros(1, 4).addInPlace(Matrix.zeros(3, 4))", "left is 1 x 4, right is 3 x 4"],
  ["new Dense(2, 3).forward(Matrix.zeros(5, 4))", "x has 4 columns, the layer takes 2"],
  ["new Dense(2, 3).backward(Matrix.zeros(5, 2))", "the gradient has 2 columns, the layer gives 3"],
  [
    "sequential(new Dense(2, 100), new ReLU(), new Dense(64, 3))",
    "the layer before gives 100 columns, this one takes 64",
  ],
  ["new Residual(new Dense(5, 4), new ReLU())", "the block takes 5 columns and gives 4"],
  [
    "new Residual(new Dense(5, 4), new ReLU(), new Dense(3, 5))",
    "the layer before gives 4 columns, this one takes 3",
  ],
  ["sequential(new BatchNorm(4), new Residual(new Dense(3, 3)))", "gives 4 columns, this one takes 3"],
  ["sequential(new Dense(2, 3)).predict(Matrix.zeros(5, 4))", "x has 4 columns, the layer takes 2"],
  ["gradientCheck.of(() => 5, Matrix.zeros(5, 3), Matrix.zeros(5, 4))", "x has 3 columns, dx has 4"],
  ["gradientCheck.of(() => 5, Matrix.zeros(5, 3), Matrix.zeros(3, 3))", "x has 5 rows, dx has 3"],
];

const root = fileURLToPath(new URL("../../", import.meta.url));
const file = `${root}test/types/mistakes.virtual.ts`;
const source = [
  'import { BatchNorm, Dense, gradientCheck, Matrix, ReLU, Residual, sequential } from "../../src/index.js";',
  ...mistakes.map(([statement]) => `${statement};`),
].join("\n");

let errors: readonly ts.Diagnostic[];

beforeAll(() => {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  const exists = host.fileExists.bind(host);
  const parse = host.getSourceFile.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  host.readFile = (name) => (name === file ? source : read(name));
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, source, version) : parse(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  errors = program.getSemanticDiagnostics(program.getSourceFile(file));
}, 60_000);

test.each(mistakes.map(([statement, message], i) => [statement, message, i] as const))(
  "of %s the compiler says: %s",
  (_statement, message, i) => {
    const ofLine = errors.filter(
      (error) =>
        ts.getLineAndCharacterOfPosition(error.file as ts.SourceFile, error.start ?? 0).line === i + 1,
    );
    expect(ofLine).toHaveLength(1);
    const [error] = ofLine as [ts.Diagnostic];
    expect(ts.flattenDiagnosticMessageText(error.messageText, "\n")).toContain(message);
  },
);

test("there are no other errors", () => {
  expect(errors).toHaveLength(mistakes.length);
});
