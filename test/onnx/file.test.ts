import {
  Dense,
  Dropout,
  Embedding,
  type Layer,
  LayerNorm,
  Matrix,
  RandomState,
  ReLU,
  Residual,
  sequential,
  softmax,
  Tanh,
} from "spiralnet";
import { type OnnxOptions, toOnnx } from "spiralnet/onnx";
import { describe, expect, test } from "vitest";
import { expectClose } from "./support/expect-close.js";
import { load, run } from "./support/onnxruntime.js";
import { written } from "./support/sine.js";

const x = new RandomState(1).randn(5, 4);
const build = (seed = 0) => {
  const random = new RandomState(seed);
  return sequential(new Dense(4, 6, { random }), new ReLU(), new Dense(6, 3, { random }));
};

/** The name, type and shape of what goes in and comes out. */
async function ends(model: Layer, options?: OnnxOptions) {
  const { inputMetadata, outputMetadata } = await load(toOnnx(model, options));
  return [...inputMetadata, ...outputMetadata].map((value) =>
    value.isTensor ? [value.name, value.type, ...value.shape] : [],
  );
}

test("x goes in and scores come out, any number of rows, in float32", async () => {
  expect(await ends(build())).toEqual([
    ["x", "float32", "batch", 4],
    ["scores", "float32", "batch", 3],
  ]);
});

test("options give both another name and type", async () => {
  const options = { dtype: "float64", inputName: "Länge, Breite", outputName: "Art 🌸" } as const;
  expect(await ends(build(), options)).toEqual([
    ["Länge, Breite", "float64", "batch", 4],
    ["Art 🌸", "float64", "batch", 3],
  ]);
});

test("options that are undefined count as not given", () => {
  const options = { dtype: undefined, inputName: undefined, outputName: undefined, softmax: undefined };
  expect(toOnnx(build(), options)).toEqual(toOnnx(build()));
});

test("names of operators and weights give way to those of the ends", async () => {
  const file = toOnnx(build(), { dtype: "float64", inputName: "0.weights", outputName: "0.Gemm" });
  const [scores] = await run(file, "float64", x);
  expectClose(scores as Matrix, build().predict(x), 1e-12);
});

describe("columns that no layer fixes may be as many as one likes:", () => {
  test.each<[string, Layer, unknown[], unknown[]]>([
    ["of elementwise layers, as many out as in", sequential(new ReLU(), new Tanh()), ["inputs"], ["inputs"]],
    ["of a block of those", new Residual(new ReLU()), ["inputs"], ["inputs"]],
    ["elementwise layers before Dense fix them", sequential(new Tanh(), new Dense(4, 2)), [4], [2]],
    ["a block around Dense fixes both", new Residual(new Dense(4, 4)), [4], [4]],
    ["an embedding fixes both", new Embedding(9, 3, { steps: 2 }), [2], [6]],
  ])("%s", async (_name, model, before, after) => {
    const [input, output] = await ends(model);
    expect(input).toEqual(["x", "float32", "batch", ...before]);
    expect(output).toEqual(["scores", "float32", "batch", ...after]);
  });

  test("of a layer that declares no widths", async () => {
    const layer = Object.assign(
      written((graph, name) => graph.node("Concat", [name, name], { axis: { int: 1 } })),
      { elementwise: undefined },
    );
    expect((await ends(layer)).map(([, , , columns]) => columns)).toEqual(["inputs", "outputs"]);
    const [narrow, wide] = await run(toOnnx(layer), "float32", Matrix.zeros(2, 3), Matrix.zeros(1, 5));
    expect([narrow?.shape, wide?.shape]).toEqual([
      [2, 6],
      [1, 10],
    ]);
  });
});

describe.each([
  ["float32", 1e-6],
  ["float64", 1e-12],
] as const)("with softmax in %s", (dtype, tolerance) => {
  test("probabilities come out", async () => {
    const file = toOnnx(build(), { dtype, softmax: true });
    expect((await load(file)).outputNames).toEqual(["probabilities"]);
    const [probabilities] = await run(file, dtype, x.map(Math.fround));
    expectClose(probabilities as Matrix, softmax(build().predict(x.map(Math.fround))), tolerance);
  });
});

test("a model that returns x gives a file that does, too", async () => {
  const [result] = await run(toOnnx(new Dropout(0.5), { dtype: "float64" }), "float64", x);
  expect(result?.equals(x)).toBe(true);
});

test("a layer may return a constant", async () => {
  const layer = written((graph) => graph.constant("answer", Matrix.fromRows([[42]])));
  const [result] = await run(toOnnx(layer), "float32", x);
  expect(result?.toArray()).toEqual([[42]]);
});

test("equal models give equal bytes, others do not", () => {
  expect(toOnnx(build())).toEqual(toOnnx(build()));
  expect(toOnnx(build(1))).not.toEqual(toOnnx(build()));
});

test("the bytes are all of their buffer and do not change with the model", () => {
  const model = build();
  const file = toOnnx(model);
  expect(file.buffer.byteLength).toBe(file.length);
  const copy = file.slice();
  for (const { value } of model.parameters) value.multiplyInPlace(2);
  expect(file).toEqual(copy);
  expect(toOnnx(model)).not.toEqual(copy);
});

test("a training goes on as if nothing were written", () => {
  const gradients = (between: (model: Layer) => void) => {
    const random = new RandomState(0);
    const model = sequential(new Dense(4, 3, { random }), new Dropout(0.5, { random }), new LayerNorm(3));
    model.forward(x);
    between(model);
    model.backward(Matrix.full(5, 3, 1));
    return [...model.parameters.map(({ gradient }) => gradient.toArray()), random.rand()];
  };
  expect(gradients(toOnnx)).toEqual(gradients(() => undefined));
});

test("a layer in two places has its weights in the file once", () => {
  const [one, two] = [new Dense(50, 50), new Dense(50, 50)];
  const shared = toOnnx(sequential(one, one)).length;
  expect(shared).toBeGreaterThan(50 * 51 * 4);
  expect(shared).toBeLessThan(50 * 51 * 5);
  expect(toOnnx(sequential(one, two)).length).toBeGreaterThan(50 * 51 * 8);
});
