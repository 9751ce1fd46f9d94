import * as fc from "fast-check";
import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { anyNumber, matrixOf, twoMatrices } from "../support/arbitraries.js";

type Operation = (left: Matrix, right: Matrix | number) => Matrix;

const operations: [name: string, matrices: Operation, numbers: (a: number, b: number) => number][] = [
  ["add", (a, b) => a.add(b), (a, b) => a + b],
  ["subtract", (a, b) => a.subtract(b), (a, b) => a - b],
  ["multiply", (a, b) => a.multiply(b), (a, b) => a * b],
  ["divide", (a, b) => a.divide(b), (a, b) => a / b],
  ["maximum", (a, b) => a.maximum(b), (a, b) => Math.max(a, b)],
  ["minimum", (a, b) => a.minimum(b), (a, b) => Math.min(a, b)],
  ["pow", (a, b) => a.pow(b), (a, b) => a ** b],
  ["greater", (a, b) => a.greater(b), (a, b) => (a > b ? 1 : 0)],
  ["greaterEqual", (a, b) => a.greaterEqual(b), (a, b) => (a >= b ? 1 : 0)],
  ["less", (a, b) => a.less(b), (a, b) => (a < b ? 1 : 0)],
  ["lessEqual", (a, b) => a.lessEqual(b), (a, b) => (a <= b ? 1 : 0)],
  ["equalTo", (a, b) => a.equalTo(b), (a, b) => (a === b ? 1 : 0)],
  ["notEqualTo", (a, b) => a.notEqualTo(b), (a, b) => (a === b ? 0 : 1)],
];

const inPlace: [name: string, matrices: Operation, numbers: (a: number, b: number) => number][] = [
  ["addInPlace", (a, b) => a.addInPlace(b), (a, b) => a + b],
  ["subtractInPlace", (a, b) => a.subtractInPlace(b), (a, b) => a - b],
  ["multiplyInPlace", (a, b) => a.multiplyInPlace(b), (a, b) => a * b],
  ["divideInPlace", (a, b) => a.divideInPlace(b), (a, b) => a / b],
];

/** The matrix repeated to a shape, written out. */
function repeated(x: Matrix, rows: number, cols: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) => x.get(x.rows === 1 ? 0 : i, x.cols === 1 ? 0 : j)),
  );
}

/** The function of each pair of elements. */
function zipped(left: number[][], right: number[][], f: (a: number, b: number) => number): number[][] {
  return left.map((row, i) => row.map((a, j) => f(a, right[i]?.[j] as number)));
}

/** Two matrices of one shape, but each dimension of either may be 1 instead. */
const broadcastable = fc
  .record({
    rows: fc.integer({ min: 1, max: 5 }),
    cols: fc.integer({ min: 1, max: 5 }),
    ones: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
  })
  .chain(({ rows, cols, ones: [a, b, c, d] }) =>
    fc.tuple(matrixOf(a ? 1 : rows, b ? 1 : cols), matrixOf(c ? 1 : rows, d ? 1 : cols)),
  );

describe.each(operations)("%s", (_, operation, f) => {
  test("repeats rows and columns to fit", () => {
    fc.assert(
      fc.property(broadcastable, ([left, right]) => {
        const rows = Math.max(left.rows, right.rows);
        const cols = Math.max(left.cols, right.cols);
        const expected = zipped(repeated(left, rows, cols), repeated(right, rows, cols), f);
        expect(operation(left, right).toArray()).toEqual(expected);
      }),
    );
  });

  test("takes a number for a matrix full of it", () => {
    fc.assert(
      fc.property(broadcastable, anyNumber, ([left], number) => {
        expect(operation(left, number).toArray()).toEqual(
          left.toArray().map((row) => row.map((a) => f(a, number))),
        );
      }),
    );
  });

  test("handles matrices without rows or columns", () => {
    expect(operation(Matrix.zeros(0, 3), Matrix.zeros(0, 3)).shape).toEqual([0, 3]);
    expect(operation(Matrix.zeros(0, 3), Matrix.zeros(1, 3)).shape).toEqual([0, 3]);
    expect(operation(Matrix.zeros(1, 3), Matrix.zeros(0, 3)).shape).toEqual([0, 3]);
    expect(operation(Matrix.zeros(2, 0), 5).shape).toEqual([2, 0]);
  });
});

describe.each(inPlace)("%s", (_, operation, f) => {
  test("writes the result into the left matrix and returns it", () => {
    fc.assert(
      fc.property(broadcastable, ([a, right]) => {
        const left = Matrix.fromRows(repeated(a, Math.max(a.rows, right.rows), Math.max(a.cols, right.cols)));
        const expected = zipped(left.toArray(), repeated(right, left.rows, left.cols), f);
        expect(operation(left, right)).toBe(left);
        expect(left.toArray()).toEqual(expected);
      }),
    );
  });

  test("takes a number or the matrix itself", () => {
    const x = Matrix.fromRows([[3, -4]]);
    expect(operation(x.copy(), 2).toArray()).toEqual([[f(3, 2), f(-4, 2)]]);
    const self = x.copy();
    expect(operation(self, self).toArray()).toEqual([[f(3, 3), f(-4, -4)]]);
  });
});

test("comparisons know equal elements from different ones, -0 from nothing, and NaN from everything", () => {
  const x = Matrix.fromRows([[1, 2, 3, -0, Number.NaN]]);
  const y = Matrix.fromRows([[2, 2, 2, 0, Number.NaN]]);
  expect(x.greater(y).toArray()).toEqual([[0, 0, 1, 0, 0]]);
  expect(x.greaterEqual(y).toArray()).toEqual([[0, 1, 1, 1, 0]]);
  expect(x.less(y).toArray()).toEqual([[1, 0, 0, 0, 0]]);
  expect(x.lessEqual(y).toArray()).toEqual([[1, 1, 0, 1, 0]]);
  expect(x.equalTo(y).toArray()).toEqual([[0, 1, 0, 1, 0]]);
  expect(x.notEqualTo(y).toArray()).toEqual([[1, 0, 1, 0, 1]]);
});

test("sums, products, maxima and minima don't depend on the order", () => {
  fc.assert(
    fc.property(twoMatrices(), ([a, b]) => {
      expect(a.add(b)).toEqual(b.add(a));
      expect(a.multiply(b)).toEqual(b.multiply(a));
      expect(a.maximum(b)).toEqual(b.maximum(a));
      expect(a.minimum(b)).toEqual(b.minimum(a));
    }),
  );
});
