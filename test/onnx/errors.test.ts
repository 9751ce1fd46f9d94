import {
  BatchNorm,
  Dense,
  Embedding,
  GELU,
  LayerNorm,
  LeakyReLU,
  Matrix,
  ReLU,
  Softplus,
  sequential,
} from "spiralnet";
import { toOnnx } from "spiralnet/onnx";
import { describe, expect, test } from "vitest";
import { detached } from "../support/detached.js";
import { expectError, type Failure } from "../support/expect-error.js";

const anything = (value: unknown) => value as never;
const withOptions = (options: unknown) => () => toOnnx(new Dense(2, 3), anything(options));

/** A model whose second layer has this number among its weights. */
function withWeight(value: number) {
  const layer = new Dense(3, 2);
  layer.weights.value.set(2, 1, value);
  return sequential(new Dense(2, 3), layer);
}

const failures: readonly Failure[] = [
  ["no model", () => toOnnx(anything(undefined)), TypeError, "toOnnx: the model is undefined", "a layer"],
  ["a class", () => toOnnx(anything(ReLU)), TypeError, "the model is a class ReLU", "write new ReLU()"],
  ["a list", () => toOnnx(anything([new ReLU()])), TypeError, "an array of length 1", "sequential"],
  ["an object", () => toOnnx(anything({ predict: () => 1 })), TypeError, "an object of type Object"],
  ["no options", withOptions(null), TypeError, "toOnnx: options is null"],
  ["an unknown option", withOptions({ opset: 20 }), TypeError, 'unknown option "opset"', "dtype, inputName"],
  ["float16", withOptions({ dtype: "float16" }), TypeError, 'dtype is "float16"', '"float32" or "float64"'],
  [
    "softmax that is no boolean",
    withOptions({ softmax: 1 }),
    TypeError,
    "softmax is 1; expected true or false",
  ],
  ["a name that is a number", withOptions({ inputName: 1 }), TypeError, "inputName is 1; expected a name"],
  ["an empty name", withOptions({ outputName: "" }), TypeError, 'outputName is ""; expected a name'],
  ["half a character", withOptions({ outputName: "\ud83c" }), TypeError, "outputName is", "expected a name"],
  ["a zero character", withOptions({ inputName: "x\0" }), TypeError, "inputName is", "control characters"],
  ["one name twice", withOptions({ outputName: "x" }), TypeError, 'outputName is "x"; expected another name'],
  ["one name twice", withOptions({ inputName: "scores" }), TypeError, 'outputName is "scores"'],
  ["NaN", () => toOnnx(withWeight(Number.NaN)), RangeError, "toOnnx: layer 1 (Dense): weights[2, 1] is NaN"],
  ["an infinity", () => toOnnx(withWeight(-Infinity)), RangeError, "weights[2, 1] is -Infinity", "finite"],
  [
    "a number beyond float32",
    () => toOnnx(withWeight(3.5e38)),
    RangeError,
    "layer 1 (Dense): weights[2, 1] is 3.5e+38; expected a number that float32 can hold",
  ],
  [
    "a slope beyond float32",
    () => toOnnx(new LeakyReLU(1e300)),
    RangeError,
    "toOnnx: the model (LeakyReLU): negativeSlope is 1e+300",
  ],
  [
    "a β that float32 rounds to 0",
    () => toOnnx(new Softplus(1e-50)),
    RangeError,
    "the model (Softplus): beta is 1e-50; expected a number that float32 can hold",
  ],
  [
    "an ε that float32 rounds to 0",
    () => toOnnx(new LayerNorm(3, { epsilon: 1e-50 })),
    RangeError,
    "the model (LayerNorm): LayerNormalization: epsilon is 1e-50",
  ],
  [
    "the exact GELU in float64",
    () => toOnnx(sequential(new ReLU(), sequential(new GELU())), { dtype: "float64" }),
    TypeError,
    'toOnnx: layer 1.0 (GELU): onnxruntime has no Erf for float64; expected dtype "float32", or approximate: "tanh"',
  ],
];

describe("toOnnx refuses", () => {
  test.each(failures)("%s: case %#", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts);
  });

  test("a negative variance", () => {
    const layer = new BatchNorm(2);
    layer.variances.set(0, 1, -1);
    expectError(() => toOnnx(layer), RangeError, "the model (BatchNorm): factors[0, 1] is NaN");
  });

  test("weights whose memory another thread has", () => {
    const layer = new Dense(2, 3);
    const value = new Matrix(2, 3, new Float64Array(6));
    detached(value.data);
    Object.assign(layer, { weights: { ...layer.weights, value } });
    expectError(
      () => toOnnx(layer),
      TypeError,
      "weights is an object of type Matrix",
      "still has its numbers",
    );
  });

  test("more vectors than float32 has integers", () => {
    const layer = new Embedding(1, 1);
    const many = new Matrix(2 ** 24 + 1, 1, new Float64Array(2 ** 24 + 1));
    Object.assign(layer, { weights: { ...layer.weights, value: many } });
    expectError(() => toOnnx(layer), RangeError, "the model (Embedding)", "16777217 indices", '"float64"');
  });
});

test("float64 holds what float32 can't", () => {
  expect(toOnnx(new Softplus(1e-50), { dtype: "float64" })).toBeInstanceOf(Uint8Array);
  expect(toOnnx(withWeight(3.5e38), { dtype: "float64" })).toBeInstanceOf(Uint8Array);
  expect(toOnnx(withWeight(1e-50))).toBeInstanceOf(Uint8Array); // 0 is close enough
  expect(toOnnx(withWeight(3.4e38))).toBeInstanceOf(Uint8Array);
});
