import * as fc from "fast-check";
import { Matrix, r2, ShapeError } from "spiralnet";
import { expect, test } from "vitest";
import { matrixOf, tameNumber } from "../support/arbitraries.js";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const column = (...values: number[]) => Matrix.fromArray(values, values.length, 1) as Matrix;
const targets = column(1, 2, 3);

test("is 1 for perfect predictions, 0 for the mean of the targets, and less if they are worse", () => {
  expect(r2(targets, targets)).toBe(1);
  expect(r2(column(2, 2, 2), targets)).toBe(0);
  expect(r2(column(1, 2, 4), targets)).toBe(0.5);
  expect(r2(column(3, 2, 1), targets)).toBe(-3);
});

test("is the mean over the columns", () => {
  expect(r2(Matrix.concat([targets, column(1, 2, 4)], 1), Matrix.concat([targets, targets], 1))).toBe(0.75);
});

test("of equal targets is 1 if they are predicted perfectly, else 0", () => {
  expect(r2(Matrix.full(10, 1, 0.1), Matrix.full(10, 1, 0.1))).toBe(1);
  expect(r2(Matrix.full(10, 1, 0.2), Matrix.full(10, 1, 0.1))).toBe(0);
  expect(r2(column(0, 0), column(0, 0))).toBe(1);
  expect(r2(column(0, 1), column(0, 0))).toBe(0);
});

test("of fewer than two rows, or of no columns, is NaN", () => {
  expect(r2(column(1), column(1))).toBeNaN();
  expect(r2(Matrix.zeros(0, 2), Matrix.zeros(0, 2))).toBeNaN();
  expect(r2(Matrix.zeros(3, 0), Matrix.zeros(3, 0))).toBeNaN();
});

test.each([2 ** -1074, 2 ** -600, 2 ** 600, 2 ** 1020])("does not depend on the scale: %d", (scale) => {
  expect(r2(column(1, 2, 4).multiply(scale), targets.multiply(scale))).toBe(0.5);
});

test("is -Infinity if it is below any other float64", () => {
  expect(r2(column(1e300, 0, 0), targets)).toBe(Number.NEGATIVE_INFINITY);
  expect(r2(column(1, 1), column(1e-310, 2e-310))).toBe(Number.NEGATIVE_INFINITY);
});

test("is never more than 1", () => {
  const pair = fc.integer({ min: 2, max: 6 }).chain((rows) => {
    const matrix = matrixOf(rows, 2, tameNumber);
    return fc.tuple(matrix, matrix);
  });
  fc.assert(
    fc.property(pair, ([p, t]) => {
      expect(r2(p, t)).toBeLessThanOrEqual(1);
    }),
  );
});

const failures: Failure[] = [
  [
    "another shape",
    () => r2(Matrix.zeros(3, 2), targets),
    ShapeError,
    "r2: predictions is 3 x 2, targets is 3 x 1: they must be the same",
  ],
  [
    "a NaN among the predictions",
    () => r2(column(1, Number.NaN, 2), targets),
    RangeError,
    "r2: predictions[1, 0] is NaN",
  ],
  [
    "an infinite target",
    () => r2(targets, column(1, 2, Infinity)),
    RangeError,
    "r2: targets[2, 0] is Infinity",
  ],
  ["labels", () => r2(targets, untyped([0, 1, 2])), TypeError, "r2: targets is an array", "a Matrix"],
  ["a number", () => r2(untyped(1), targets), TypeError, "r2: predictions is 1; expected a Matrix"],
];

test.each(failures)("refuses %s", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
});
