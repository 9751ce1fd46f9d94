import { Dense, Matrix, RandomState, ShapeError } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;

const random = new RandomState(0);
const failures: Failure[] = [
  [
    "a number for weights",
    () => new Dense(2, 3, untyped({ weights: 5 })),
    TypeError,
    "Dense: weights is 5",
    "function",
  ],
  [
    "a number for random",
    () => new Dense(2, 3, untyped({ random: 5 })),
    TypeError,
    "random is 5",
    "a RandomState",
  ],
  [
    "an initializer that makes an array",
    () => new Dense(1, 1, { weights: untyped(() => [[1]]) }),
    TypeError,
    "what the initializer of the weights made is an array of length",
    "expected a Matrix",
  ],
  [
    "an initializer that makes NaN",
    () => new Dense(1, 2, { biases: (rows, cols) => Matrix.full(rows, cols, Number.NaN) }),
    RangeError,
    "Dense: biases[0, 0] is NaN",
  ],
  ["no inputs", () => new Dense(0, 3, { random }), RangeError, "Dense: inputs is 0", "integer of at least 1"],
  [
    "no outputs",
    () => new Dense(3, 0, { random }),
    RangeError,
    "Dense: outputs is 0",
    "integer of at least 1",
  ],
  ["fractional inputs", () => new Dense(1.5, 3, { random }), RangeError, "inputs is 1.5"],
  ["inputs in a string", () => new Dense(untyped("2"), 3, { random }), TypeError, 'inputs is "2"'],
  [
    "a misspelt option",
    () => new Dense(2, 3, untyped({ random, bias: null })),
    TypeError,
    'Dense: unknown option "bias"',
    "weights, biases, random",
  ],
  ["null for options", () => new Dense(2, 3, untyped(null)), TypeError, "options is null"],
  [
    "weights of other columns",
    () => new Dense(2, 3, { weights: () => Matrix.zeros(2, 2) }),
    ShapeError,
    "Dense: what the initializer of the weights made is 2 x 2, what the layer needs is 2 x 3: they must be the same",
  ],
  [
    "weights of another shape",
    () => new Dense(2, 3, { weights: () => Matrix.zeros(3, 2) }),
    ShapeError,
    "the initializer of the weights made is 3 x 2",
    "what the layer needs is 2 x 3",
  ],
  [
    "biases of another shape",
    () => new Dense(2, 3, { random: new RandomState(0), biases: () => Matrix.zeros(2, 3) }),
    ShapeError,
    "the initializer of the biases made is 2 x 3",
    "what the layer needs is 1 x 3",
  ],
];
test.each(failures)("%s", (_title, call, kind, ...parts) => {
  const before = random.getState();
  expectError(call, kind, ...parts);
  expect(random.getState()).toEqual(before);
});
