import { Dense, type Layer, Matrix, RandomState, ReLU, sequential, Tanh } from "spiralnet";
import { describe, expect, test } from "vitest";
import { Double } from "../support/double.js";

const random = new RandomState(0);

test("without inputGradient the parameters' gradients are the same and nothing is returned", () => {
  const make = () => {
    const same = new RandomState(2);
    return sequential(
      new Double(),
      new Tanh(),
      new Dense(3, 2, { random: same }),
      new Double(),
      new Dense(2, 2, { random: same }),
    );
  };
  const [short, full] = [make(), make()];
  const [x, gradient] = [random.randn(4, 3), random.randn(4, 2)];
  short.forward(x);
  full.forward(x);
  expect(short.backward(gradient)).toBeUndefined();
  full.backward(gradient, { inputGradient: true });
  expect(short.parameters).toEqual(full.parameters);
});

test("layers below the first with parameters are left out on the way back", () => {
  let passes = 0;
  class Counting extends Double {
    override backward(gradient: Matrix): Matrix {
      passes++;
      return super.backward(gradient);
    }
  }
  const model = sequential(new Counting(), new Counting(), new Dense(2, 2), new Counting());
  model.forward(Matrix.zeros(1, 2));
  model.backward(Matrix.zeros(1, 2));
  expect(passes).toBe(1);
  model.forward(Matrix.zeros(1, 2));
  model.backward(Matrix.zeros(1, 2), { inputGradient: true });
  expect(passes).toBe(4);
});

test("a model without parameters goes back through all its layers where that is asked for", () => {
  const model = sequential(new Double(), new ReLU());
  model.forward(Matrix.fromRows([[1, -1]]));
  expect(model.backward(Matrix.fromRows([[3, 3]]), { inputGradient: true }).toArray()).toEqual([[6, 0]]);
  model.forward(Matrix.fromRows([[1, -1]]));
  expect(model.backward(Matrix.fromRows([[3, 3]]))).toBeUndefined();
});

test("a first layer without backwardParameters gets backward", () => {
  const dense = new Dense(2, 1, { random });
  const plain: Layer = {
    name: "plain",
    parameters: dense.parameters,
    forward: (x) => dense.forward(x as Matrix<number, 2>),
    backward: (gradient) => dense.backward(gradient as Matrix<number, 1>),
    predict: (x) => dense.predict(x as Matrix<number, 2>),
  };
  const model = sequential(plain, new Double());
  model.forward(Matrix.fromRows([[1, 2]]));
  model.backward(Matrix.fromRows([[5]]));
  expect(dense.weights.gradient.toArray()).toEqual([[10], [20]]);
});

test("a layer may say nothing about its widths", () => {
  const { inputs, outputs } = sequential(new Double(), new Dense(2, 3), new Double());
  expect([inputs, outputs]).toEqual([undefined, undefined]);
});

describe("a layer that returns what it was given", () => {
  const identity = (): Layer => ({
    name: "identity",
    parameters: [],
    elementwise: true,
    forward: (x) => x,
    backward: (gradient) => gradient,
    predict: (x) => x,
  });

  test("at the end: the results are still the caller's", () => {
    const model = sequential(new Dense(2, 2, { random }), identity());
    const x = random.randn(3, 2);
    const results = [model.forward(x), model.predict(x)];
    const before = results.map((result) => result.toArray());
    model.forward(x.multiply(5));
    model.predict(x.multiply(-5));
    expect(results.map((result) => result.toArray())).toEqual(before);
  });

  test("at the start: the gradient of x is still the caller's", () => {
    const model = sequential(identity(), new Dense(2, 2, { random }));
    const x = random.randn(3, 2);
    model.forward(x);
    const dx = model.backward(x, { inputGradient: true });
    const before = dx.toArray();
    model.forward(x);
    model.backward(x.multiply(5), { inputGradient: true });
    expect(dx.toArray()).toEqual(before);
  });
});
