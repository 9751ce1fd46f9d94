import { Dense, Matrix, PassError, RandomState, sequential, Tanh } from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

const x = new RandomState(2).randn(3, 2);
const gradient = new RandomState(3).randn(3, 2);

const make = () => {
  const random = new RandomState(4);
  const shared = new Dense(2, 2, { random });
  const [one, two] = [sequential(shared, new Tanh()), sequential(shared, new Dense(2, 2, { random }))];
  return { shared, one, two };
};

test("models that share a layer go back only through the pass that the layer ran last", () => {
  const { one, two, shared } = make();
  one.forward(x);
  two.forward(x.multiply(2));
  const before = frozen(shared.parameters);
  expectError(() => one.backward(gradient), PassError, "layer 0 (Dense) has run another pass since");
  expect(frozen(shared.parameters)).toEqual(before);
  two.backward(gradient);
  expectError(() => one.backward(gradient), PassError, "another pass since");
});

test("models that share a layer take turns, each with its own gradients", () => {
  const [{ one, two }, alone] = [make(), make()];
  one.forward(x);
  one.backward(gradient);
  two.forward(x);
  two.backward(gradient);
  alone.two.forward(x);
  alone.two.backward(gradient);
  expect(frozen(two.parameters)).toEqual(frozen(alone.two.parameters));
});

test("models that share a layer are not fooled by a pass of the other that failed half way", () => {
  const { one, two, shared } = make();
  const breaking = sequential(shared, new Dense(2, 2, { weights: () => Matrix.full(2, 2, 1e308) }));
  one.forward(x);
  expectError(() => breaking.forward(Matrix.full(3, 2, 1e10)), RangeError, "iteration 0");
  expectError(() => one.backward(gradient), PassError, "layer 0 (Dense)");
  two.forward(x);
  expect(two.backward(gradient)).toBeUndefined();
});

test("models that share a layer predict of the other disturbs nothing", () => {
  const [{ one, two }, alone] = [make(), make()];
  one.forward(x);
  two.predict(x.multiply(3));
  one.backward(gradient);
  alone.one.forward(x);
  alone.one.backward(gradient);
  expect(frozen(one.parameters)).toEqual(frozen(alone.one.parameters));
});
