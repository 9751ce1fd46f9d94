import { Dense, Matrix, RandomState, sequential } from "spiralnet";
import { expect, test } from "vitest";
import { slopes, weighted } from "../../support/centred-difference.js";
import { distance } from "../../support/distance.js";
import { Dropout } from "./support/dropout.js";

const ones = Matrix.full(200, 100, 1);

test("drops the share p and scales the rest, so that the mean stays", () => {
  const y = new Dropout(0.25, new RandomState(0)).forward(ones);
  expect(new Set(y.data)).toEqual(new Set([0, 1 / 0.75]));
  expect(Math.abs(y.mean() - 1)).toBeLessThan(0.02);
});

test("drops what its generator draws, element by element", () => {
  const [drawn, x] = [new RandomState(1).rand(3, 4), new RandomState(2).randn(3, 4)];
  const y = new Dropout(0.5, new RandomState(1)).forward(x);
  expect(y.equals(x.multiply(drawn.map((u) => (u < 0.5 ? 2 : 0))))).toBe(true);
});

test("goes back through the same mask", () => {
  const dropout = new Dropout(0.5, new RandomState(3));
  const y = dropout.forward(ones);
  expect(dropout.backward(ones, { inputGradient: true }).equals(y)).toBe(true);
});

test("has the gradient of a fixed mask", () => {
  const random = new RandomState(4);
  const model = sequential(
    new Dense(3, 4, { random }),
    new Dropout(0.4, random),
    new Dense(4, 2, { random }),
  );
  const [x, gradient] = [random.randn(5, 3), random.randn(5, 2)];
  const saved = random.getState();
  const loss = () => {
    random.setState(saved);
    return weighted(model.forward(x), gradient);
  };
  loss();
  const dx = model.backward(gradient, { inputGradient: true });
  expect(distance(dx, slopes(loss, x), 1)).toBeLessThan(1e-8);
  loss();
  model.backward(gradient);
  for (const { value, gradient } of model.parameters) {
    const analytic = gradient.copy();
    expect(distance(analytic, slopes(loss, value), 1)).toBeLessThan(1e-8);
  }
});

test("draws another mask in each training pass", () => {
  const dropout = new Dropout(0.5, new RandomState(5));
  expect(dropout.forward(ones).equals(dropout.forward(ones))).toBe(false);
});

test("predicts x itself, in a copy, and draws nothing", () => {
  const random = new RandomState(6);
  const [dropout, before] = [new Dropout(0.5, random), random.getState()];
  const y = dropout.predict(ones);
  expect(y.equals(ones)).toBe(true);
  expect(y.data).not.toBe(ones.data);
  expect(random.getState()).toEqual(before);
});

test("changes nothing if p is 0", () => {
  expect(new Dropout(0).forward(ones).equals(ones)).toBe(true);
});

test.each([-0.1, 1, 1.5, Number.NaN])("refuses p = %d", (p) => {
  expect(() => new Dropout(p)).toThrow(RangeError);
});
