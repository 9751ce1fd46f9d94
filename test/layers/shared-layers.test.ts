import {
  Dense,
  gradientCheck,
  type Layer,
  Matrix,
  RandomState,
  ReLU,
  SGD,
  sequential,
  Tanh,
} from "spiralnet";
import { expect, test } from "vitest";
import { frozen } from "../support/frozen.js";

const x = new RandomState(2).randn(3, 2);
const gradient = new RandomState(3).randn(3, 2);

const make = () => {
  const random = new RandomState(4);
  const shared = new Dense(2, 2, { random });
  const [one, two] = [sequential(shared, new Tanh()), sequential(shared, new Dense(2, 2, { random }))];
  return { shared, one, two };
};

test("models that share a layer go back through their own passes", () => {
  const [{ one, two, shared }, alone] = [make(), make()];
  one.forward(x);
  two.forward(x.multiply(2));
  shared.forward(x.multiply(3));
  two.predict(x.multiply(4));
  one.backward(gradient);
  alone.one.forward(x);
  alone.one.backward(gradient);
  expect(frozen(one.parameters)).toEqual(frozen(alone.one.parameters));

  two.backward(gradient);
  alone.two.forward(x.multiply(2));
  alone.two.backward(gradient);
  expect(frozen(two.parameters)).toEqual(frozen(alone.two.parameters));
});

test("a layer in two places gets the sum of both gradients, and is listed once", () => {
  const dense = new Dense(2, 2, { random: new RandomState(1) });
  const model = sequential(dense, new Tanh(), dense);
  expect(model.parameters.map(({ name }) => name)).toEqual(["0.weights", "0.biases"]);
  expect(gradientCheck(model, x).passed).toBe(true);
});

/** A model of 1 -> 64 -> 1 whose second layer's biases are the first one's. */
function tied(random: RandomState): Layer {
  const first = new Dense(64, 64, { random });
  const second = new Dense(64, 64, { random });
  // What the types forbid: replacing a parameter.
  Object.assign(second, { weights: first.weights, parameters: [first.weights, second.biases] });
  return sequential(
    new Dense(2, 64, { random }),
    first,
    new ReLU(),
    second,
    new Dense(64, 2, { random }),
  ) as Layer;
}

test("two layers with one weight get the sum of both gradients, in large batches too", () => {
  const [whole, parts] = [tied(new RandomState(5)), tied(new RandomState(5))];
  const rows = new RandomState(6).randn(6000, 2) as Matrix;
  const back = new RandomState(7).randn(6000, 2) as Matrix;
  whole.forward(rows);
  whole.backward(back);

  const sums = parts.parameters.map(({ gradient: { rows, cols } }) => Matrix.zeros(rows, cols) as Matrix);
  for (let start = 0; start < 6000; start += 1500) {
    parts.forward(rows.slice([start, start + 1500]));
    parts.backward(back.slice([start, start + 1500]));
    for (const [i, parameter] of parts.parameters.entries()) sums[i]?.addInPlace(parameter.gradient);
  }
  expect(whole.parameters).toHaveLength(7);
  for (const [i, parameter] of whole.parameters.entries()) {
    expect(parameter.gradient.allClose(sums[i] as Matrix, { rtol: 1e-9 })).toBe(true);
  }
});

test("an optimizer moves a shared parameter once", () => {
  const dense = new Dense(1, 1, { weights: () => Matrix.full(1, 1, 3) });
  const model = sequential(dense, dense); // y = 9x
  const sgd = new SGD(model.parameters, { learningRate: 1 });
  model.forward(Matrix.full(1, 1, 1));
  model.backward(Matrix.full(1, 1, 1));
  sgd.step(); // dy/dw = 2wx = 6
  expect(dense.weights.value.toArray()).toEqual([[-3]]);
});
