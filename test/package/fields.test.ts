import { describe, expect, test } from "vitest";
import { loadBuilds } from "./builds.js";

// If a build shortened the names of internal properties, it would take a user's field of that name for its
// own.
const letters = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_"].map((name) => [name, 7]),
);
const internal = {
  rowStride: 7,
  colStride: 7,
  start: 7,
  pointer: 7,
  saved: 7,
  arrays: 7,
  matrix: 7,
  resident: 7,
};

describe.each(await loadBuilds())("fields that a user adds, in the $name build,", ({ library }) => {
  const { Dense, Matrix, ReLU, gradientCheck, sequential, softmax, softmaxCrossEntropy } = library;
  const rows = [
    [1, 2],
    [3, 4],
  ];
  const plain = () => Matrix.fromRows(rows);
  const decorated = () => Object.assign(plain(), letters, internal);
  const identity = () => Matrix.identity(2);

  test("change no product", () => {
    expect(decorated().matmul(identity()).toArray()).toEqual(rows);
    expect(identity().matmul(decorated()).toArray()).toEqual(rows);
    expect(Object.assign(plain(), { c: 5, b: 3, rowStride: 7 }).matmul(identity()).toArray()).toEqual(rows);
  });

  test("change no sum, transpose or function of the elements", () => {
    expect(decorated().add(decorated()).toArray()).toEqual(plain().multiply(2).toArray());
    expect(decorated().transpose().toArray()).toEqual(plain().transpose().toArray());
    expect(decorated().exp().toArray()).toEqual(plain().exp().toArray());
    expect(decorated().sum(0).toArray()).toEqual(plain().sum(0).toArray());
  });

  test("change neither softmax nor its loss", () => {
    expect(softmax(decorated()).toArray()).toEqual(softmax(plain()).toArray());
    const { loss, gradient } = softmaxCrossEntropy(decorated(), [0, 1]);
    expect(loss).toBe(softmaxCrossEntropy(plain(), [0, 1]).loss);
    expect(gradient.toArray()).toEqual(softmaxCrossEntropy(plain(), [0, 1]).gradient.toArray());
  });

  test("change no pass of a subclass of Matrix through a layer", () => {
    class Batch extends Matrix {
      a = 1;
      b = 3;
      c = 5;
    }
    const batch = () => new Batch(2, 2, Float64Array.of(1, 2, 3, 4));
    const dense = new Dense(2, 2, { weights: identity });
    expect(dense.predict(batch()).toArray()).toEqual(rows);
    expect(dense.forward(batch()).toArray()).toEqual(rows);
    expect(dense.backward(batch(), { inputGradient: true }).toArray()).toEqual(rows);
    expect(dense.parameters[0]?.gradient.toArray()).toEqual(plain().transpose().matmul(plain()).toArray());
  });

  test("change no layer and no model", () => {
    const dense = Object.assign(new Dense(2, 2, { weights: identity }), letters, internal);
    const relu = Object.assign(new ReLU(), letters, internal);
    expect(gradientCheck(dense, plain()).passed).toBe(true);
    const model = sequential(dense, relu);
    model.forward(decorated());
    expect(model.backward(decorated(), { inputGradient: true }).toArray()).toEqual(rows);
  });
});
