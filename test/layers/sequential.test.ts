import {
  type Computed,
  Dense,
  type Layer,
  Matrix,
  type Parameter,
  type Pass,
  RandomState,
  ReLU,
  Sequential,
  ShapeError,
  sequential,
  Tanh,
} from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

const random = new RandomState(0);

test("a model is its layers, one after the other", () => {
  const [first, last] = [new Dense(2, 4, { random }), new Dense(4, 3, { random })];
  const model = sequential(first, new Tanh(), last);
  const x = random.randn(5, 2);
  const byHand = last.predict(new Tanh().predict(first.predict(x)));
  expect(model.predict(x)).toEqual(byHand);
  expect(model.forward(x)).toEqual(byHand);
});

test("the gradients are those that the layers give one by one", () => {
  const make = () => {
    const same = new RandomState(1);
    return [new Dense(2, 4, { random: same }), new Tanh(), new Dense(4, 3, { random: same })] as const;
  };
  const [[a, b, c], [first, middle, last]] = [make(), make()];
  const x = random.randn(5, 2);
  const gradient = random.randn(5, 3);
  const model = sequential(a, b, c);
  model.forward(x);
  const dx = model.backward(gradient, { inputGradient: true });
  last.forward(middle.forward(first.forward(x)));
  const options = { inputGradient: true } as const;
  const back = middle.backward(last.backward(gradient, options), options);
  expect(dx).toEqual(first.backward(back, options));
  expect(a.weights.gradient).toEqual(first.weights.gradient);
  expect(c.biases.gradient).toEqual(last.biases.gradient);
});

test("a model among the layers is one of them", () => {
  const inner = sequential(new Dense(2, 4), new ReLU());
  const model = sequential(inner, new Dense(4, 3), sequential(new Tanh()));
  expect(model.layers.map((layer) => layer.name)).toEqual(["Sequential", "Dense", "Sequential"]);
  expect(model.layers[0]).toBe(inner);
  expect(model.parameters.map(({ name }) => name)).toEqual([
    "0.0.weights",
    "0.0.biases",
    "1.weights",
    "1.biases",
  ]);
  expect([model.inputs, model.outputs]).toEqual([2, 3]);
});

test("a class that extends Sequential keeps its methods within a model", () => {
  class Doubled extends Sequential {
    protected override compute(x: Matrix, pass: Pass): Computed {
      const { y, back } = super.compute(x, pass);
      return { y: y.multiply(2), back: (gradient, needed) => back(gradient.multiply(2), needed) };
    }
  }
  const dense = new Dense(2, 3, { random });
  const model = sequential(new Doubled([dense]));
  const x = random.randn(4, 2);
  expect(model.predict(x)).toEqual(dense.predict(x).multiply(2));
});

test("its list of layers can't be changed", () => {
  const model = sequential(new Dense(2, 4));
  expect(() => (model.layers as Layer[]).push(new ReLU())).toThrow(TypeError);
  expect(model.layers).toHaveLength(1);
});

test("parameters are loaded through their names, checked", () => {
  const model = sequential(new Dense(2, 3));
  const [weights] = model.parameters as [Parameter, Parameter];
  const saved = random.randn(2, 3);
  weights.value = saved;
  expect(model.predict(Matrix.identity(2))).toEqual(saved);
  expectError(() => Object.assign(weights, { value: saved.row(0) }), ShapeError, "weights", "1 x 3", "2 x 3");
  expectError(() => Object.assign(weights, { value: saved.divide(0) }), RangeError, "weights[0, 0]");
  expect(weights.value).toEqual(saved);
});

test("parameters have their layer's position in their names, and are the layers' own", () => {
  const [first, last] = [new Dense(2, 4), new Dense(4, 3)];
  const { parameters } = sequential(first, new ReLU(), last);
  expect(parameters.map(({ name, role }) => [name, role])).toEqual([
    ["0.weights", "weight"],
    ["0.biases", "bias"],
    ["2.weights", "weight"],
    ["2.biases", "bias"],
  ]);
  expect(parameters[2]?.value).toBe(last.weights.value);
  expect(parameters[1]?.gradient).toBe(first.biases.gradient);
});

test("the widths are those of the first and the last layer that is not elementwise", () => {
  const widths = (model: Sequential) => [model.inputs, model.outputs];
  expect(widths(sequential(new ReLU(), new Dense(2, 4), new Dense(4, 3), new Tanh()))).toEqual([2, 3]);
  expect(widths(sequential(new ReLU(), new Tanh()))).toEqual([undefined, undefined]);
});

test("batches of any size, also none, can follow each other", () => {
  const model = sequential(new Dense(2, 4, { random }), new ReLU(), new Dense(4, 3, { random }));
  for (const rows of [3, 0, 1, 5, 3]) {
    const x = random.randn(rows, 2);
    const y = model.forward(x);
    expect(y.shape).toEqual([rows, 3]);
    expect(y).toEqual(model.predict(x));
    expect(model.backward(y, { inputGradient: true }).shape).toEqual([rows, 2]);
  }
});
