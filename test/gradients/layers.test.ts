import {
  Dense,
  gradientCheck,
  type Layer,
  Matrix,
  normal,
  RandomState,
  ReLU,
  Sigmoid,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { slopes, weighted } from "../support/centred-difference.js";
import { distance } from "../support/distance.js";

const random = new RandomState(17);
const options = { weights: normal(1), biases: normal(1), random };

const layers: [name: string, layer: Layer, inputs: number][] = [
  ["Dense(1, 1)", new Dense(1, 1, options) as Layer, 1],
  ["Dense(2, 5)", new Dense(2, 5, options) as Layer, 2],
  ["Dense(4, 3)", new Dense(4, 3, options) as Layer, 4],
  ["ReLU", new ReLU(), 4],
  ["Sigmoid", new Sigmoid(), 4],
  ["Tanh", new Tanh(), 4],
];

describe.each(layers)("%s", (_, layer, inputs) => {
  const x = random.randn(5, inputs);

  test("the gradients of x and of every parameter are the slopes", () => {
    const weights = random.randn(5, layer.forward(x).cols);
    const dx = layer.backward(weights);
    const objective = () => weighted(layer.predict(x), weights);
    expect(distance(dx, slopes(objective, x), 1e-3)).toBeLessThan(1e-7);
    for (const { value, gradient } of layer.parameters) {
      expect(distance(gradient, slopes(objective, value), 1e-3)).toBeLessThan(1e-7);
    }
  });

  test("the library's own check agrees", () => {
    const report = gradientCheck(layer, x);
    expect(report.passed, String(report)).toBe(true);
    expect(report.checked).toBe(
      layer.parameters.reduce((n, { value }) => n + value.data.length, x.data.length),
    );
    expect(report.kinks).toEqual([]);
  });
});

test("ReLU's slope at 0 is taken as 0, one of those between its two sides", () => {
  const relu = new ReLU();
  relu.forward(Matrix.fromRows([[0, -0]]));
  expect(relu.backward(Matrix.fromRows([[1, 1]])).toArray()).toEqual([[0, 0]]);
  const report = gradientCheck(new ReLU(), Matrix.fromRows([[0, 1, -1]]));
  expect(report.passed).toBe(true);
  expect(report.kinks).toHaveLength(1);
});

test("saturated activations pass nothing on, as their slopes say", () => {
  const far = Matrix.fromRows([[-60, 60, -800, 800]]);
  for (const layer of [new Sigmoid(), new Tanh()]) {
    layer.forward(far);
    const dx = layer.backward(Matrix.full(1, 4, 1));
    expect(
      distance(
        dx,
        slopes(() => layer.predict(far).sum(), far),
        1,
      ),
    ).toBeLessThan(1e-10);
  }
});
