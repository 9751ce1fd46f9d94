import { Dense, Matrix, type Parameter, SGD, ShapeError } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

const untyped = (value: unknown): never => value as never;

function parameter(name: string, values: number[], gradients: number[]): Parameter {
  return { name, role: "weight", value: Matrix.fromRows([values]), gradient: Matrix.fromRows([gradients]) };
}

const parameters = (): Parameter[] => [parameter("a", [1, 2], [10, -20]), parameter("b", [5], [0.5])];

const list = parameters();
const sgd = new SGD(list, { learningRate: 0.25 });
const layer = new Dense(1, 1);
const failures: Failure[] = [
  [
    "a misspelt role",
    () => new SGD([{ ...parameter("a", [1], [1]), role: untyped("weigth") }], { learningRate: 1 }),
    TypeError,
    'the role of a is "weigth"',
    'expected "weight" or "bias"',
  ],
  [
    "a negative rate",
    () => new SGD(list, { learningRate: -1 }),
    RangeError,
    "learningRate is -1",
    "at least 0",
  ],
  [
    "an infinite rate",
    () => new SGD(list, { learningRate: Number.POSITIVE_INFINITY }),
    RangeError,
    "learningRate is Infinity",
  ],
  ["a NaN rate", () => new SGD(list, { learningRate: Number.NaN }), RangeError, "learningRate is NaN"],
  [
    "a rate in a string",
    () => new SGD(list, { learningRate: untyped("1") }),
    TypeError,
    'learningRate is "1"',
  ],
  ["no rate", () => new SGD(list, untyped({})), TypeError, "learningRate is undefined", "at least 0"],
  ["no options", () => new SGD(list, untyped(undefined)), TypeError, "options is undefined", "learningRate"],
  [
    "a misspelt option",
    () => new SGD(list, untyped({ learningrate: 1 })),
    TypeError,
    'unknown option "learningrate"',
  ],
  [
    "a rate set to less than 0",
    () => {
      sgd.learningRate = -2;
    },
    RangeError,
    "learningRate is -2",
  ],
  [
    "a rate set to NaN",
    () => {
      sgd.learningRate = Number.NaN;
    },
    RangeError,
    "learningRate is NaN",
  ],
  [
    "a layer for parameters",
    () => new SGD(untyped(layer), { learningRate: 1 }),
    TypeError,
    "parameters is an object of type Dense",
  ],
  [
    "a parameter twice",
    () => new SGD([...layer.parameters, layer.weights], { learningRate: 1 }),
    TypeError,
    "weights and weights share numbers",
  ],
  [
    "two parameters with one gradient",
    () => {
      const [one, other] = parameters() as [Parameter, Parameter];
      new SGD([one, { ...other, value: one.value.copy(), gradient: one.gradient }], { learningRate: 1 });
    },
    TypeError,
    "a and b share numbers",
    "matrices of its own",
  ],
  [
    "a gradient of another shape",
    () => new SGD([{ ...parameter("w", [1], [1]), gradient: Matrix.zeros(2, 1) }], { learningRate: 1 }),
    ShapeError,
    "w is 1 x 1",
    "its gradient is 2 x 1",
  ],
];
test.each(failures)("%s", (_title, call, kind, ...parts) => {
  expectError(call, kind, "SGD", ...parts);
  expect(sgd.learningRate).toBe(0.25);
  expect(frozen(list)).toEqual(frozen(parameters()));
});

test("a matrix that was replaced by one of another shape is noticed in a step, before anything changes", () => {
  for (const size of [3, 30]) {
    const replaced = {
      ...parameter("w", [1, 2], [1, 1]),
      value: Matrix.full<number, number>(20, 20, 1),
      gradient: Matrix.full<number, number>(20, 20, 1),
    };
    const both = [parameter("first", [1], [1]), replaced];
    const stepper = new SGD(both, { learningRate: 1 });
    replaced.gradient = Matrix.full(size, size, 1);
    const before = frozen(both);
    expectError(
      () => stepper.step(),
      ShapeError,
      "SGD.step: w is 20 x 20",
      `its gradient is ${size} x ${size}`,
    );
    expect(frozen(both)).toEqual(before);

    replaced.value = Matrix.full(size, size, 5);
    expectError(
      () => stepper.step(),
      ShapeError,
      `w is ${size} x ${size}`,
      "what it was when SGD was made is 20 x 20",
    );
    expect(both[0]?.value.get(0, 0)).toBe(1);
  }
});
