import * as fc from "fast-check";
import { Matrix, ShapeError } from "spiralnet";
import { expect, test } from "vitest";
import { anyNumber, matrixOf } from "../support/arbitraries.js";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;

test("takes from the first matrix if the condition is not 0, else from the second", () => {
  const condition = Matrix.fromRows([[1, 0, -0, 2, Number.NaN]]);
  const a = Matrix.fromRows([[1, 2, 3, 4, 5]]);
  const b = Matrix.fromRows([[-1, -2, -3, -4, -5]]);
  expect(Matrix.where(condition, a, b).toArray()).toEqual([[1, -2, -3, 4, 5]]);
});

test("chooses, and does not compute: what is not chosen may be NaN or infinite", () => {
  const x = Matrix.fromRows([[0, 4, -1]]);
  expect(Matrix.where(x.greater(0), x.log(), 0).toArray()).toEqual([[0, Math.log(4), 0]]);
});

/** A matrix for the place of one of the operands of `where`: it has the shape of the result, or 1 for a side. */
const operand = (rows: number, cols: number) =>
  fc
    .tuple(fc.constantFrom(1, rows), fc.constantFrom(1, cols))
    .chain(([r, c]) => matrixOf(r, c, fc.oneof(anyNumber, fc.constant(0))));

test("repeats rows and columns of all three operands to fit", () => {
  const sizes = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
  const operands = sizes.chain(([rows, cols]) =>
    fc.tuple(operand(rows, cols), operand(rows, cols), operand(rows, cols)),
  );
  const last = (sizes: number[]) => sizes.find((size) => size !== 1) ?? 1;
  fc.assert(
    fc.property(operands, ([condition, a, b]) => {
      const rows = last([condition.rows, a.rows, b.rows]);
      const cols = last([condition.cols, a.cols, b.cols]);
      const at = (x: Matrix, row: number, col: number) =>
        x.get(x.rows === 1 ? 0 : row, x.cols === 1 ? 0 : col);
      const expected = Matrix.zeros(rows, cols).map((_, row, col) =>
        at(at(condition, row, col) === 0 ? b : a, row, col),
      );
      expect(Matrix.where(condition, a, b)).toEqual(expected);
    }),
  );
});

test("takes numbers", () => {
  const condition = Matrix.fromRows([[1], [0]]);
  expect(Matrix.where(condition, 7, -7).toArray()).toEqual([[7], [-7]]);
  expect(Matrix.where(condition, Matrix.fromRows([[1, 2]]), 0).toArray()).toEqual([
    [1, 2],
    [0, 0],
  ]);
});

test("the result shares no memory with the operands", () => {
  const [condition, a, b] = [Matrix.full(2, 2, 1), Matrix.full(2, 2, 2), Matrix.full(2, 2, 3)];
  Matrix.where(condition, a, b).data.fill(99);
  expect([condition, a, b]).toEqual([Matrix.full(2, 2, 1), Matrix.full(2, 2, 2), Matrix.full(2, 2, 3)]);
});

const x = Matrix.zeros(2, 3) as Matrix;
const failures: Failure[] = [
  [
    "a first choice of another shape",
    () => Matrix.where(x, Matrix.zeros(4, 3) as Matrix, 0),
    ShapeError,
    "where: condition is 2 x 3, a is 4 x 3: the rows don't fit",
  ],
  [
    "a second choice of another shape",
    () => Matrix.where(x.row(0), x, Matrix.zeros(2, 4) as Matrix),
    ShapeError,
    "where: condition and a is 2 x 3, b is 2 x 4: the cols don't fit",
  ],
  [
    "a number for a condition",
    () => Matrix.where(untyped(1), x, x),
    TypeError,
    "where: condition is 1; expected a Matrix",
  ],
  [
    "true for a choice",
    () => Matrix.where(x, untyped(true), x),
    TypeError,
    "where: a is true",
    "or a number",
  ],
  ["no second choice", () => Matrix.where(x, x, untyped(undefined)), TypeError, "where: b is undefined"],
];

test.each(failures)("refuses %s", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
});
