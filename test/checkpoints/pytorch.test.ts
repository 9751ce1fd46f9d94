import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  BatchNorm,
  Dense,
  Embedding,
  fromSafetensors,
  type Layer,
  LayerNorm,
  Matrix,
  RandomState,
  ReLU,
  restore,
  Sigmoid,
  sequential,
  stateOf,
  Tanh,
  toSafetensors,
} from "spiralnet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pythonWith, runPython } from "../support/python.js";

/** A model, and the layers of torch.nn that make the same one. */
interface Case {
  readonly name: string;
  readonly layers: readonly unknown[];
  readonly build: () => Layer;
  readonly x?: Matrix;
  /** How PyTorch writes its numbers. */
  readonly dtype?: "F64" | "F32" | "F16" | "BF16";
}

const random = new RandomState(0);
const classifier: Case = {
  name: "a classifier",
  layers: [["Linear", 4, 7], ["ReLU"], ["Linear", 7, 5], ["Tanh"], ["Linear", 5, 3], ["Sigmoid"]],
  build: () =>
    sequential(new Dense(4, 7), new ReLU(), new Dense(7, 5), new Tanh(), new Dense(5, 3), new Sigmoid()),
};
const cases: readonly Case[] = [
  classifier,
  { ...classifier, name: "a classifier in float32", dtype: "F32" },
  { ...classifier, name: "a classifier in float16", dtype: "F16" },
  { ...classifier, name: "a classifier in bfloat16", dtype: "BF16" },
  {
    name: "a model with one input and one output",
    layers: [["Linear", 1, 1]],
    build: () => sequential(new Dense(1, 1)),
    x: random.randn(5, 1),
  },
  {
    name: "vectors of indices",
    layers: [["Embedding", 5, 3]],
    build: () => sequential(new Embedding(5, 3, { steps: 2 })),
    x: Matrix.fromRows([
      [0, 4],
      [3, 3],
      [1, 2],
    ]),
  },
  {
    name: "normalization, in models within models",
    layers: [
      ["Sequential", ["Linear", 4, 6], ["BatchNorm1d", 6]],
      ["Sequential", ["Sequential", ["ReLU"], ["LayerNorm", 6], ["Linear", 6, 3]]],
    ],
    build: () =>
      sequential(
        sequential(new Dense(4, 6), new BatchNorm(6)),
        sequential(sequential(new ReLU(), new LayerNorm(6), new Dense(6, 3))),
      ),
  },
];

const python = pythonWith("torch");

describe.skipIf(python === undefined)("weights go between here and PyTorch", () => {
  let folder = "";
  let results: { readonly loaded: number[][]; readonly own: number[][] }[] = [];
  const prepared = cases.map(({ build, x = random.randn(6, 4), ...others }) => {
    const model = build();
    settle(model, x);
    return { ...others, model, build, x };
  });
  const written = (i: number) => join(folder, `pytorch-${i}.safetensors`);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "spiralnet-pytorch-"));
    const tasks = prepared.map(({ layers, x, model, dtype = "F64" }, i) => {
      const read = join(folder, `here-${i}.safetensors`);
      writeFileSync(read, toSafetensors(stateOf(model)));
      return { layers, x: x.toArray(), read, write: written(i), dtype };
    });
    const script = fileURLToPath(new URL("pytorch.py", import.meta.url));
    results = runPython(python as string, script, tasks) as typeof results;
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(prepared.map(({ name }, i) => [name, i] as const))("PyTorch loads %s", (_name, i) => {
    const { model, x } = prepared[i] as (typeof prepared)[number];
    expectClose(model.predict(x), Matrix.fromRows(results[i]?.loaded as number[][]));
  });

  test.each(prepared.map(({ name }, i) => [name, i] as const))("%s of PyTorch is loaded", (_name, i) => {
    const { build, x } = prepared[i] as (typeof prepared)[number];
    const model = build();
    restore(model, fromSafetensors(readFileSync(written(i))));
    expectClose(model.predict(x), Matrix.fromRows(results[i]?.own as number[][]));
  });
});

/** Some training passes, so that running statistics move, and random parameters, so that each of them counts. */
function settle(model: Layer, x: Matrix): void {
  for (const { value } of model.parameters) value.assignInPlace(random.randn(value.rows, value.cols));
  for (let i = 0; i < 3; i++) model.forward(x);
}

function expectClose(actual: Matrix, expected: Matrix): void {
  expect(actual.shape).toEqual(expected.shape);
  for (const [i, value] of actual.data.entries()) {
    const wanted = expected.data[i] as number;
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
  }
}
