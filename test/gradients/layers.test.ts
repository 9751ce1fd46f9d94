import {
  Activation,
  Dense,
  ELU,
  Embedding,
  GELU,
  gradientCheck,
  L2,
  type Layer,
  LayerNorm,
  LeakyReLU,
  Matrix,
  normal,
  RandomState,
  ReLU,
  Residual,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { slopes, weighted } from "../support/centred-difference.js";
import { distance } from "../support/distance.js";

const random = new RandomState(17);
const options = { weights: normal(1), biases: normal(1), random };
const l2 = new L2(0.1);

/** f(x) = x³, as a user writes it. */
class Cube extends Activation {
  protected override f = (x: number): number => x ** 3;
  protected override slope = (x: number): number => 3 * x * x;
}

/** Ones and zeros would hide mistakes. */
function randomized(layer: LayerNorm): LayerNorm {
  for (const parameter of layer.parameters) parameter.value = random.randn(1, parameter.value.cols);
  return layer;
}

const layers: [name: string, layer: Layer, inputs: number][] = [
  ["Dense(1, 1)", new Dense(1, 1, options) as Layer, 1],
  ["Dense(2, 5)", new Dense(2, 5, options) as Layer, 2],
  ["Dense(4, 3)", new Dense(4, 3, options) as Layer, 4],
  ["ReLU", new ReLU(), 4],
  ["Sigmoid", new Sigmoid(), 4],
  ["Tanh", new Tanh(), 4],
  ["LeakyReLU", new LeakyReLU(0.2), 4],
  ["ELU", new ELU(0.7), 4],
  ["GELU", new GELU(), 4],
  ["GELU by tanh", new GELU({ approximate: "tanh" }), 4],
  ["SiLU", new SiLU(), 4],
  ["Softplus", new Softplus(), 4],
  ["Softplus(3)", new Softplus(3), 4],
  ["Softmax", new Softmax(), 4],
  ["LayerNorm", randomized(new LayerNorm(4)), 4],
  ["Residual", new Residual(new Dense(4, 2, options), new Tanh(), new Dense(2, 4, options)), 4],
  ["an activation of one's own", new Cube(), 4],
];

describe.each(layers)("%s", (_, layer, inputs) => {
  const x = random.randn(5, inputs);

  test("gives the slopes as gradients of x and of every parameter, with a penalty", () => {
    const weights = random.randn(5, layer.forward(x).cols);
    const dx = layer.backward(weights, { inputGradient: true });
    l2.apply(layer.parameters);
    const objective = () => weighted(layer.predict(x), weights) + l2.penalty(layer.parameters);
    expect(distance(dx, slopes(objective, x), 1e-3)).toBeLessThan(1e-7);
    for (const { name, value, gradient } of layer.parameters) {
      expect(distance(gradient, slopes(objective, value), 1e-3), name).toBeLessThan(1e-7);
    }
  });

  test("gives the parameters the same gradients if that of x is not asked for, and returns nothing", () => {
    const gradient = random.randn(5, layer.forward(x).cols);
    layer.backward(gradient, { inputGradient: true });
    const full = layer.parameters.map((parameter) => parameter.gradient.copy());
    for (const parameter of layer.parameters) parameter.gradient.data.fill(Number.NaN);
    layer.forward(x);
    expect(layer.backward(gradient)).toBeUndefined();
    expect(layer.parameters.map((parameter) => parameter.gradient)).toEqual(full);
  });

  test("passes the library's own check", () => {
    const report = gradientCheck(layer, x, { regularizer: l2 });
    expect(report.passed, String(report)).toBe(true);
    expect(report.checked).toBe(
      layer.parameters.reduce((n, { value }) => n + value.data.length, x.data.length),
    );
    expect(report.kinks).toEqual([]);
  });
});

test("ReLU takes 0 as its slope at 0, one of those between its two sides", () => {
  const relu = new ReLU();
  relu.forward(Matrix.fromRows([[0, -0]]));
  const dx = relu.backward(Matrix.fromRows([[1, 1]]), { inputGradient: true });
  expect(dx.toArray()).toEqual([[0, 0]]);
  const report = gradientCheck(new ReLU(), Matrix.fromRows([[0, 1, -1]]));
  expect(report.passed).toBe(true);
  expect(report.kinks).toHaveLength(1);
});

test("Embedding gives the slopes as gradients of its vectors", () => {
  const layer = new Embedding(4, 3, { steps: 2, random });
  const x = Matrix.fromRows([
    [0, 2],
    [2, 2],
    [1, 0],
  ]);
  const weights = random.randn(3, 6);
  layer.forward(x);
  layer.backward(weights);
  l2.apply(layer.parameters);
  const objective = () => weighted(layer.predict(x), weights) + l2.penalty(layer.parameters);
  const { value, gradient } = layer.weights;
  expect(distance(gradient, slopes(objective, value), 1e-3)).toBeLessThan(1e-7);
  const report = gradientCheck(layer, x, { regularizer: l2, inputGradient: false });
  expect(report.passed, String(report)).toBe(true);
  expect(report.checked).toBe(12);
});

test("saturated activations pass nothing on, as their slopes say", () => {
  const far = Matrix.fromRows([[-60, 60, -800, 800]]);
  for (const layer of [new Sigmoid(), new Tanh()]) {
    layer.forward(far);
    const dx = layer.backward(Matrix.full(1, 4, 1), { inputGradient: true });
    const numeric = slopes(() => layer.predict(far).sum(), far);
    expect(distance(dx, numeric, 1)).toBeLessThan(1e-10);
  }
});
