import { readFileSync } from "node:fs";
import vm from "node:vm";
import { describe, expect, test } from "vitest";
import { installed, type Library, loadBuilds } from "./builds.js";

// Jest, iframes and vm contexts are realms: each has its own Array, Float64Array and so on.

const [{ library }] = await loadBuilds();
const code = readFileSync(installed("dist/index.cjs"), "utf8");

interface Realm {
  readonly copy: Library;
  /** Runs a program there. */
  run(program: string): unknown;
}

/** Loads a copy of the package in a realm of its own, after the script `prepare`. */
function realm(prepare = "", options: vm.CreateContextOptions = {}): Realm {
  const context = vm.createContext({ crypto: globalThis.crypto }, options);
  vm.runInContext(prepare, context);
  const copy = {};
  vm.runInContext(`(function (exports) {${code}\n})`, context)(copy);
  return { copy: copy as Library, run: (program) => vm.runInContext(program, context) };
}

/** The weights of a small model after some training. */
function train({ Dense, L2, RandomState, ReLU, SGD, sequential, softmaxCrossEntropy, spiral }: Library) {
  const random = new RandomState(0);
  const { x, y } = spiral({ classes: 3, pointsPerClass: 100, random });
  const model = sequential(new Dense(2, 100, { random }), new ReLU(), new Dense(100, 3, { random }));
  const l2 = new L2(1e-3);
  const sgd = new SGD(model.parameters, { learningRate: 0.5 });
  for (let i = 0; i < 20; i++) {
    model.backward(softmaxCrossEntropy(model.forward(x), y).gradient);
    l2.apply(model.parameters);
    sgd.step();
  }
  return model.parameters.map(({ value }) => Array.from(value.data));
}

const expected = train(library);

describe("training gives the same bits", () => {
  test("in a realm of its own", () => {
    expect(train(realm().copy)).toEqual(expected);
  });

  test("where a policy forbids WebAssembly", () => {
    const { copy, run } = realm("", { codeGeneration: { strings: false, wasm: false } });
    expect(() => run("new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))")).toThrow();
    expect(train(copy)).toEqual(expected);
  });

  test.each(["WebAssembly", "FinalizationRegistry", "WeakRef", "crypto"])("without %s", (name) => {
    const { copy, run } = realm(`delete globalThis.${name}`);
    expect(run(`typeof ${name}`)).toBe("undefined");
    expect(train(copy)).toEqual(expected);
  });
});

describe("objects of another realm", () => {
  const { copy, run } = realm();
  const rows = [
    [1, 2],
    [3, 4],
  ];

  test("typed arrays are the numbers of a matrix", () => {
    const data = run("Float64Array.of(1, 2, 3, 4)") as Float64Array;
    expect(data).not.toBeInstanceOf(Float64Array);
    expect(new library.Matrix(2, 2, data).toArray()).toEqual(rows);
  });

  test("arrays are rows and labels", () => {
    const scores = library.Matrix.fromRows(run("[[1, 2], [3, 4]]") as number[][]);
    expect(scores.toArray()).toEqual(rows);
    const { loss } = library.softmaxCrossEntropy(scores, run("[0, 1]") as number[]);
    expect(loss).toBe(library.softmaxCrossEntropy(scores, [0, 1]).loss);
  });

  test("plain objects are options", () => {
    const options = run("({ learningRate: 0.5 })") as { learningRate: number };
    expect(new library.SGD([], options)).toBeInstanceOf(library.SGD);
  });

  test("matrices are multiplied", () => {
    const right = copy.Matrix.fromRows(rows);
    expect(library.Matrix.identity(2).matmul(right).toArray()).toEqual(rows);
  });
});
