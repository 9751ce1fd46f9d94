import { Dense, heNormal, Matrix, normal, RandomState, SGD } from "spiralnet";
import { describe, expect, test } from "vitest";

const weights = () =>
  Matrix.fromRows([
    [1, 2, 3],
    [4, 5, 6],
  ]);
const biases = () => Matrix.fromRows([[10, 20, 30]]);

test("the result is XW + b", () => {
  const layer = new Dense(2, 3, { weights, biases });
  const x = Matrix.fromRows([
    [1, 0],
    [0, 1],
    [2, -1],
  ]);
  const y = [
    [11, 22, 33],
    [14, 25, 36],
    [8, 19, 30],
  ];
  expect(layer.forward(x).toArray()).toEqual(y);
  expect(layer.predict(x).toArray()).toEqual(y);
});

test("the gradients are XᵀG, the sum of G's rows, and GWᵀ", () => {
  const layer = new Dense(2, 3, { weights, biases });
  layer.forward(
    Matrix.fromRows([
      [1, 2],
      [3, 4],
    ]),
  );
  const dx = layer.backward(
    Matrix.fromRows([
      [1, 0, -1],
      [0, 2, 0],
    ]),
    { inputGradient: true },
  );
  expect(layer.weights.gradient.toArray()).toEqual([
    [1, 6, -1],
    [2, 8, -2],
  ]);
  expect(layer.biases.gradient.toArray()).toEqual([[1, 2, -1]]);
  expect(dx.toArray()).toEqual([
    [-2, -2],
    [4, 10],
  ]);
});

test("backward overwrites the gradients, so there is nothing to zero", () => {
  const layer = new Dense(1, 1, { weights: () => Matrix.full(1, 1, 5) });
  for (const _ of [1, 2]) {
    layer.forward(Matrix.full(1, 1, 2));
    layer.backward(Matrix.full(1, 1, 3));
    expect(layer.weights.gradient.get(0, 0)).toBe(6);
    expect(layer.biases.gradient.get(0, 0)).toBe(3);
  }
});

test("no examples give no rows and gradients of 0", () => {
  const layer = new Dense(2, 3, { weights, biases });
  layer.forward(Matrix.full(1, 2, 1));
  layer.backward(Matrix.full(1, 3, 1));
  expect(layer.forward(Matrix.zeros(0, 2)).shape).toEqual([0, 3]);
  expect(layer.backward(Matrix.zeros(0, 3), { inputGradient: true }).shape).toEqual([0, 2]);
  expect(layer.weights.gradient).toEqual(Matrix.zeros(2, 3));
  expect(layer.biases.gradient).toEqual(Matrix.zeros(1, 3));
});

describe("parameters", () => {
  test("are the weights and the biases, with gradients of 0 at first", () => {
    const layer = new Dense(2, 3, { weights, biases });
    const parts = layer.parameters.map(({ name, role, value, gradient }) => [name, role, value, gradient]);
    expect(parts).toEqual([
      ["weights", "weight", weights(), Matrix.zeros(2, 3)],
      ["biases", "bias", biases(), Matrix.zeros(1, 3)],
    ]);
    expect(layer.parameters).toEqual([layer.weights, layer.biases]);
    expect([layer.name, layer.inputs, layer.outputs]).toEqual(["Dense", 2, 3]);
  });

  test("start with He's normal weights and biases of 0", () => {
    const layer = new Dense(4, 5, { random: new RandomState(3) });
    expect(layer.weights.value).toEqual(heNormal(4, 5, new RandomState(3)));
    expect(layer.biases.value).toEqual(Matrix.zeros(1, 5));
  });

  test("are drawn from the given generator, weights first", () => {
    const [random, same] = [new RandomState(7), new RandomState(7)];
    const layer = new Dense(2, 2, { weights: normal(1), biases: normal(1), random });
    expect(layer.weights.value).toEqual(same.randn(2, 2));
    expect(layer.biases.value).toEqual(same.randn(1, 2));
  });

  test("differ from layer to layer if no generator is given", () => {
    expect(new Dense(3, 3).weights.value.equals(new Dense(3, 3).weights.value)).toBe(false);
  });
});

test("weights that an initializer made and kept are not trained", () => {
  const kept = Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]);
  const dense = new Dense(2, 2, { weights: () => kept });
  dense.forward(Matrix.identity(2));
  dense.backward(Matrix.identity(2));
  new SGD(dense.parameters, { learningRate: 1 }).step();
  expect(dense.weights.value.toArray()).toEqual([
    [0, 2],
    [3, 3],
  ]);
  expect(kept.toArray()).toEqual([
    [1, 2],
    [3, 4],
  ]);
});
