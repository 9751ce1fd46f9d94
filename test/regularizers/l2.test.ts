import { Dense, L2, Matrix, type Parameter, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { frozen } from "../support/frozen.js";

const untyped = (value: unknown): never => value as never;

function parameter(name: string, role: "weight" | "bias", values: number[], gradients: number[]): Parameter {
  return { name, role, value: Matrix.fromRows([values]), gradient: Matrix.fromRows([gradients]) };
}

const parameters = (): Parameter[] => [
  parameter("a", "weight", [3, -4], [1, 2]),
  parameter("b", "bias", [100], [7]),
  parameter("c", "weight", [2], [-1]),
];

test("the penalty is half the strength times the sum of the squared weights", () => {
  expect(new L2(0.5).penalty(parameters())).toBe(0.5 * 0.5 * (9 + 16 + 4));
  expect(new L2(0).penalty(parameters())).toBe(0);
  expect(new L2(3).penalty([])).toBe(0);
});

test("apply returns the penalty and adds strength times the weights to their gradients", () => {
  const list = parameters();
  const before = list.map(({ value }) => value.copy());
  expect(new L2(0.5).apply(list)).toBe(new L2(0.5).penalty(parameters()));
  expect(list.map(({ gradient }) => gradient.toArray())).toEqual([[[2.5, 0]], [[7]], [[0]]]);
  expect(list.map(({ value }) => value)).toEqual(before);
});

test("penalty changes nothing", () => {
  const list = parameters();
  const before = frozen(list);
  new L2(2).penalty(list);
  expect(frozen(list)).toEqual(before);
});

test("biases are left alone", () => {
  const layer = new Dense(1, 1, { weights: () => Matrix.zeros(1, 1), biases: () => Matrix.full(1, 1, 9) });
  expect(new L2(1).apply(layer.parameters)).toBe(0);
  expect(layer.biases.gradient.get(0, 0)).toBe(0);
});

test("the strength can be read", () => {
  expect(new L2(0.001).strength).toBe(0.001);
});

describe("wrong arguments are refused", () => {
  const list = parameters();
  const ragged = { ...parameter("w", "weight", [1, 2], []), gradient: Matrix.zeros(2, 1) };
  const narrow = { ...parameter("w", "weight", [1, 2], []), gradient: Matrix.zeros(1, 1) };
  const failures: Failure[] = [
    [
      "a negative strength",
      () => new L2(-1e-3),
      RangeError,
      "L2: strength is -0.001",
      "finite number of at least 0",
    ],
    ["a NaN strength", () => new L2(Number.NaN), RangeError, "L2: strength is NaN"],
    ["an infinite strength", () => new L2(Number.POSITIVE_INFINITY), RangeError, "L2: strength is Infinity"],
    ["a strength in a string", () => new L2(untyped("1")), TypeError, 'L2: strength is "1"'],
    ["no strength", () => new L2(untyped(undefined)), TypeError, "L2: strength is undefined"],
    [
      "no parameters",
      () => new L2(1).apply(untyped(undefined)),
      TypeError,
      "parameters is undefined",
      "an array of parameters",
    ],
    [
      "a layer for parameters",
      () => new L2(1).apply(untyped(new Dense(1, 1))),
      TypeError,
      "parameters is an object of type Dense",
    ],
    [
      "what is no parameter",
      () => new L2(1).apply(untyped([...list, 5])),
      TypeError,
      "parameter 3 is 5",
      "a value and a gradient",
    ],
    ["null among parameters", () => new L2(1).apply(untyped([null])), TypeError, "parameter 0 is null"],
    [
      "a parameter without a gradient",
      () => new L2(1).apply(untyped([{ value: Matrix.zeros(1, 1) }])),
      TypeError,
      "parameter 0",
    ],
    [
      "a gradient of other rows",
      () => new L2(1).apply([...list, ragged]),
      ShapeError,
      "w is 1 x 2",
      "its gradient is 2 x 1",
    ],
    [
      "a gradient of other columns",
      () => new L2(1).penalty([narrow]),
      ShapeError,
      "w is 1 x 2, its gradient is 1 x 1: they must be the same",
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, "L2", ...parts);
    expect(frozen(list)).toEqual(frozen(parameters()));
  });
});
