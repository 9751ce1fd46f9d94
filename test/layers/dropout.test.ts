import { Dense, Dropout, Matrix, RandomState, sequential } from "spiralnet";
import { expect, test } from "vitest";
import { slopes, weighted } from "../support/centred-difference.js";
import { distance } from "../support/distance.js";
import { expectError } from "../support/expect-error.js";

const ones = Matrix.full(200, 100, 1);
const dropoutOf = (probability: number, seed: number) =>
  new Dropout(probability, { random: new RandomState(seed) });

test("drops the share p and scales the rest, so that the mean stays", () => {
  const y = dropoutOf(0.25, 0).forward(ones);
  expect(new Set(y.data)).toEqual(new Set([0, 1 / 0.75]));
  expect(Math.abs(y.mean() - 1)).toBeLessThan(0.02);
});

test("drops what its generator draws, row after row", () => {
  const [drawn, x] = [new RandomState(1).rand(3, 4), new RandomState(2).randn(3, 4)];
  const y = dropoutOf(0.3, 1).forward(x);
  expect(y.equals(x.multiply(drawn.map((u) => (u < 0.7 ? 1 / 0.7 : 0))))).toBe(true);
});

test("goes back through the same mask", () => {
  const dropout = dropoutOf(0.5, 3);
  const y = dropout.forward(ones);
  expect(dropout.backward(ones, { inputGradient: true }).equals(y)).toBe(true);
});

test("has the gradient of a fixed mask", () => {
  const random = new RandomState(4);
  const model = sequential(
    new Dense(3, 4, { random }),
    new Dropout(0.4, { random }),
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
  const dropout = dropoutOf(0.5, 5);
  expect(dropout.forward(ones).equals(dropout.forward(ones))).toBe(false);
});

test("draws the same masks again from a saved state", () => {
  const dropout = dropoutOf(0.5, 5);
  dropout.forward(ones);
  const saved = dropout.state.random.getState();
  const y = dropout.forward(ones);
  const resumed = new Dropout(0.5);
  resumed.state.random.setState(saved);
  expect(resumed.forward(ones).equals(y)).toBe(true);
});

test("predicts x itself, in a copy, and draws nothing", () => {
  const random = new RandomState(6);
  const [dropout, before] = [new Dropout(0.5, { random }), random.getState()];
  const y = dropout.predict(ones);
  expect(y.equals(ones)).toBe(true);
  expect(y.data).not.toBe(ones.data);
  expect(random.getState()).toEqual(before);
});

test("changes nothing if p is 0", () => {
  expect(new Dropout(0).forward(ones).equals(ones)).toBe(true);
});

test("drops nearly everything if p is just below 1, and still scales to finite numbers", () => {
  const y = dropoutOf(1 - 2 ** -53, 7).forward(ones);
  expect(y.data.every((value) => value === 0 || value === 2 ** 53)).toBe(true);
});

test("has a generator of its own if none is given", () => {
  const x = Matrix.full(10, 10, 1);
  expect(new Dropout(0.5).forward(x).equals(new Dropout(0.5).forward(x))).toBe(false);
});

test.each([-0.1, 1, 1.5, Number.NaN])("refuses p = %d", (p) => {
  const expected = "expected a number from 0 up to, but not including, 1";
  expectError(() => new Dropout(p), RangeError, `Dropout: probability is ${p}`, expected);
});
