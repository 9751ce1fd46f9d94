import * as fc from "fast-check";
import { Dense, L2, Matrix, NonFiniteError, type Parameter, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
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

test("backward starts the gradients anew, so apply counts only after it", () => {
  const weights = () => Matrix.full(1, 1, 3);
  const gradients = [true, false].map((afterwards) => {
    const layer = new Dense(1, 1, { weights });
    const l2 = new L2(0.5);
    layer.forward(Matrix.full(1, 1, 2));
    if (!afterwards) l2.apply(layer.parameters);
    layer.backward(Matrix.full(1, 1, 1));
    if (afterwards) l2.apply(layer.parameters);
    return layer.weights.gradient.get(0, 0);
  });
  expect(gradients).toEqual([2 + 0.5 * 3, 2]);
});

describe("a penalty whose squares overflow or vanish comes out", () => {
  test.each([
    [1e-300, [1e160], 5e19],
    [1e-300, [1e160, -2e160], 2.5e20],
    [1e300, [1e-200], 5e-101],
    [1e300, [3e-162, -4e-162], 1.25e-23],
    [1e-300, [1e300, 1e-300], 5e299],
    [0, [1e200, 1e-200], 0],
    [1, [0, -0], 0],
    [1, [5e-324], 0],
    [1e-10, [1.5e154, 1.5e154], 2.25e298],
  ])("strength %d on %j gives %d", (strength, weights, penalty) => {
    const list = [parameter("w", "weight", weights, new Array(weights.length).fill(0))];
    expect(distance(new L2(strength).apply(list), penalty)).toBeLessThan(1e-15);
    expect(list[0]?.gradient.toArray()).toEqual([weights.map((w) => 0 + strength * w)]);
  });

  test("and is the same as for weights and strength of another size", () => {
    const weights = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(weights, fc.integer({ min: -400, max: 511 }), (values, exponent) => {
        fc.pre(values.every((w) => w === 0 || Math.abs(w) > 1e-60));
        const list = (scale: number) => [
          parameter(
            "w",
            "weight",
            values.map((w) => w * scale),
            values,
          ),
        ];
        const penalty = new L2(1e5).penalty(list(1));
        const scaled = new L2(1e5 * 4 ** -exponent).penalty(list(2 ** exponent));
        expect(distance(scaled, penalty)).toBeLessThan(1e-14);
      }),
    );
  });
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
      "expected a parameter",
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
    [
      "weights whose penalty is no float64, of which the first of the largest is named",
      () => new L2(0.1).apply([...list, parameter("w", "weight", [1, -1e200, 1e200], [0, 0, 0])]),
      NonFiniteError,
      "L2: w[0, 1] is -1e+200: the penalty is above the largest float64",
      "expected smaller weights",
    ],
    [
      "weights whose penalties together are no float64",
      () => new L2(1).penalty(["u", "v", "w"].map((name) => parameter(name, "weight", [1.3e154, 0], [0, 0]))),
      NonFiniteError,
      "L2: w[0, 0] is 1.3e+154",
    ],
    [
      "a weight that is NaN",
      () => new L2(0.1).apply([...list, parameter("w", "weight", [1, Number.NaN], [0, 0])]),
      RangeError,
      "L2: w[0, 1] is NaN; expected finite numbers",
    ],
    [
      "a weight that is infinite",
      () => new L2(0).penalty([parameter("w", "weight", [1, Number.NEGATIVE_INFINITY], [0, 0])]),
      RangeError,
      "L2: w[0, 1] is -Infinity; expected finite numbers",
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, "L2", ...parts);
    expect(frozen(list)).toEqual(frozen(parameters()));
  });
});
