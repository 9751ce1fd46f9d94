import {
  Dense,
  type Layer,
  Matrix,
  NonFiniteError,
  PassError,
  ReLU,
  Sigmoid,
  sequential,
  Tanh,
} from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

const huge = (inputs: number, outputs: number) =>
  new Dense(inputs, outputs, { weights: () => Matrix.full(inputs, outputs, 1e200) });

test("a result that overflows is refused with the layer and the iteration", () => {
  const model = sequential(huge(2, 2), new ReLU(), huge(2, 3));
  model.forward(Matrix.zeros(1, 2));
  const call = () => model.forward(Matrix.full(1, 2, 1));
  expectError(call, NonFiniteError, "Sequential.forward: iteration 1: Dense 2 -> 3 makes y[0, 0] Infinity");
  expectError(call, NonFiniteError, "expected finite numbers", "a lower learning rate");
  expectError(() => model.backward(Matrix.zeros(1, 3)), PassError, "call forward before");
});

test("predict refuses it too, and has no iteration", () => {
  const model = sequential(huge(2, 2), new ReLU(), huge(2, 2));
  const call = () => model.predict(Matrix.full(1, 2, 1));
  expectError(call, NonFiniteError, "Sequential.predict: Dense 2 -> 2 makes y[0, 0] Infinity");
});

test("a layer alone refuses it as a model does", () => {
  const call = () => huge(2, 1).forward(Matrix.full(1, 2, 1e200) as Matrix<1, 2>);
  expectError(call, NonFiniteError, "Dense.forward: iteration 0: Dense 2 -> 1 makes y[0, 0] Infinity");
});

const minusInfinity = () => new Dense(1, 1, { weights: () => Matrix.full(1, 1, -1e308) });
test.each([
  ["ReLU", new ReLU()],
  ["Sigmoid", new Sigmoid()],
  ["Tanh", new Tanh()],
  ["a model within", sequential(new Tanh())],
])("an infinity that %s would hide is found", (_name, layer) => {
  const model = sequential(minusInfinity(), layer as Layer, new Dense(1, 1) as Layer);
  const call = () => model.forward(Matrix.full(1, 1, 100) as Matrix);
  expectError(call, NonFiniteError, "iteration 0: Dense 1 -> 1 makes y[0, 0] -Infinity");
});

test("an infinity less an infinity is NaN, which is found as well", () => {
  const model = sequential(
    new Dense(1, 2, { weights: () => Matrix.fromRows([[1e200, 1e200]]) }),
    new Dense(2, 1, { weights: () => Matrix.fromRows([[1e200], [-1e200]]) }),
    new ReLU(),
  );
  expectError(() => model.forward(Matrix.full(1, 1, 1)), NonFiniteError, "Dense 2 -> 1 makes y[0, 0] NaN");
});

test("a model within is not blamed for what its layers make", () => {
  const model = sequential(sequential(new Tanh(), huge(1, 1)), huge(1, 1));
  expectError(() => model.predict(Matrix.full(1, 1, 1)), NonFiniteError, "Dense 1 -> 1 makes");
  expect(() => model.predict(Matrix.zeros(1, 1))).not.toThrow();
});
