import { Dense, type Layer, RandomState, ShapeError, sequential, Tanh } from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../../support/expect-error.js";
import { Residual } from "./support/residual.js";

const random = new RandomState(0);

test("adds x to what the layer gives", () => {
  const dense = new Dense(3, 3, { random });
  const x = random.randn(4, 3);
  expect(new Residual(dense).forward(x).equals(x.add(dense.predict(x)))).toBe(true);
  expect(new Residual(new Tanh()).predict(x).equals(x.add(x.map(Math.tanh)))).toBe(true);
});

test("has the parameters of the layer, under its place", () => {
  const inner = sequential(new Dense(3, 2), new Tanh(), new Dense(2, 3));
  expect(new Residual(inner).parameters.map(({ name }) => name)).toEqual([
    "0.0.weights",
    "0.0.biases",
    "0.2.weights",
    "0.2.biases",
  ]);
});

test.each([1, 2])(
  "refuses a layer that gives %d columns instead of 3, even if they would broadcast",
  (cols) => {
    const residual = new Residual(new Dense(3, cols as number) as Layer as Layer<3, 3>);
    expectError(
      () => residual.forward(random.randn(4, 3)),
      ShapeError,
      "Residual: x is 4 x 3",
      `f(x) is 4 x ${cols}`,
    );
  },
);

test("stacks deep without vanishing", () => {
  const blocks = Array.from(
    { length: 30 },
    () => new Residual(sequential(new Dense(3, 3, { random }), new Tanh())),
  );
  const model = sequential(...blocks);
  model.forward(random.randn(4, 3));
  const dx = model.backward(random.randn(4, 3), { inputGradient: true });
  expect(dx.abs().max()).toBeGreaterThan(0.01);
});
