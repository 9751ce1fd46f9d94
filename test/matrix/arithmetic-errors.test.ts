import { Matrix, ShapeError } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const x = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]) as Matrix;
const wide = Matrix.zeros(2, 4) as Matrix;
const tall = Matrix.zeros(3, 3) as Matrix;
const untyped = (value: unknown): never => value as never;

const failures: Failure[] = [
  [
    "matmul: shapes that don't fit",
    () => x.matmul(x),
    ShapeError,
    "matmul",
    "left is 2 x 3, right is 2 x 3",
    "left has 3 columns, right has 2 rows",
  ],
  ["matmul: a number", () => x.matmul(untyped(2)), TypeError, "matmul: right is 2", "expected a Matrix"],
  ["matmul: null", () => x.matmul(untyped(null)), TypeError, "matmul: right is null", "expected a Matrix"],
  [
    "reshape: another size",
    () => x.reshape(2, 2),
    ShapeError,
    "the result is 2 x 2, what is given is 2 x 3",
    "4 elements are needed",
  ],
  ["reshape: NumPy's -1", () => x.reshape(-1, 2), RangeError, "rows is -1", "integer from 0 to"],
  [
    "add: columns that don't fit",
    () => x.add(wide),
    ShapeError,
    "add",
    "left is 2 x 3, right is 2 x 4: the cols don't fit",
  ],
  [
    "subtract: rows that don't fit",
    () => x.subtract(tall),
    ShapeError,
    "subtract",
    "left is 2 x 3, right is 3 x 3: the rows don't fit",
  ],
  [
    "multiply: neither fits",
    () => x.multiply(Matrix.zeros(3, 4) as Matrix),
    ShapeError,
    "multiply",
    "left is 2 x 3, right is 3 x 4: the rows don't fit",
  ],
  [
    "divide: 0 rows and 2",
    () => x.divide(Matrix.zeros(0, 3) as Matrix),
    ShapeError,
    "divide",
    "2 x 3",
    "0 x 3",
  ],
  [
    "maximum: columns that don't fit",
    () => wide.maximum(x),
    ShapeError,
    "maximum",
    "left is 2 x 4, right is 2 x 3",
  ],
  [
    "minimum: rows that don't fit",
    () => tall.minimum(x),
    ShapeError,
    "minimum",
    "left is 3 x 3, right is 2 x 3",
  ],
  [
    "add: an object of no class",
    () => x.add(untyped(Object.create(null))),
    TypeError,
    "an object of type Object",
  ],
  ["add: a string", () => x.add(untyped("1")), TypeError, 'add: right is "1"', "a Matrix or a number"],
  [
    "add: undefined",
    () => x.add(untyped(undefined)),
    TypeError,
    "add: right is undefined",
    "a Matrix or a number",
  ],
  [
    "add: null to a row",
    () => x.row(0).add(untyped(null)),
    TypeError,
    "add: right is null",
    "a Matrix or a number",
  ],
  ["add: an array to a row", () => x.row(0).add(untyped([1])), TypeError, "add: right is an array of length"],
  [
    "pow: columns that don't fit",
    () => x.pow(wide),
    ShapeError,
    "pow: left is 2 x 3, right is 2 x 4: the cols don't fit",
  ],
  ["pow: a string", () => x.pow(untyped("2")), TypeError, 'pow: right is "2"', "a Matrix or a number"],
  [
    "greater: rows that don't fit",
    () => x.greater(tall),
    ShapeError,
    "greater: left is 2 x 3, right is 3 x 3: the rows don't fit",
  ],
  ["equalTo: rows", () => x.equalTo(untyped([[1]])), TypeError, "equalTo: right is an array of length 1"],
  [
    "clip: a NaN bound",
    () => x.clip(Number.NaN, 1),
    RangeError,
    "clip: low is NaN; expected a number other than NaN",
  ],
  [
    "clip: bounds in the wrong order",
    () => x.clip(1, 0),
    RangeError,
    "clip: high is 0; expected a number of at least 1",
  ],
  ["clip: one bound", () => x.clip(0, untyped(undefined)), TypeError, "clip: high is undefined"],
  ["clip: a string", () => x.clip(untyped("0"), 1), TypeError, 'clip: low is "0"'],
  ["sum: axis 2", () => x.sum(untyped(2)), RangeError, "sum: axis is 2", "expected 0 or 1"],
  ["mean: axis -1", () => x.mean(untyped(-1)), RangeError, "mean: axis is -1"],
  ["min: axis 2", () => x.min(untyped(2)), RangeError, "min: axis is 2"],
  ["argmax: axis -1", () => x.argmax(untyped(-1)), RangeError, "argmax: axis is -1"],
  ["max: an axis in a string", () => x.max(untyped("0")), TypeError, 'max: axis is "0"'],
  ["max of nothing", () => Matrix.zeros(0, 3).max(), ShapeError, "max", "0 x 3", "nothing to choose from"],
  [
    "max of empty columns",
    () => Matrix.zeros(0, 3).max(0),
    ShapeError,
    "max: the matrix is 0 x 3, the least is 1 x 1: nothing to choose from",
  ],
  ["min of empty rows", () => Matrix.zeros(3, 0).min(1), ShapeError, "min", "3 x 0", "1 x 1"],
  ["argmax of nothing", () => Matrix.zeros(0, 0).argmax(), ShapeError, "argmax", "0 x 0", "1 x 1"],
  ["argmax of empty rows", () => Matrix.zeros(2, 0).argmax(1), ShapeError, "argmax", "2 x 0", "1 x 1"],
  ["allClose: other shapes", () => x.allClose(wide), ShapeError, "allClose", "left is 2 x 3, right is 2 x 4"],
  [
    "allClose: other rows",
    () => x.allClose(x.row(0)),
    ShapeError,
    "left is 2 x 3, right is 1 x 3: they must be the same",
  ],
  ["allClose: the transposed", () => x.allClose(x.transpose()), ShapeError, "left is 2 x 3, right is 3 x 2"],
  ["allClose: rows", () => x.allClose(untyped([[1]])), TypeError, "allClose: other is an array of length"],
  [
    "allClose: a negative rtol",
    () => x.allClose(x, { rtol: -1 }),
    RangeError,
    "allClose: rtol is -1",
    "at least 0",
  ],
  ["allClose: a NaN atol", () => x.allClose(x, { atol: Number.NaN }), RangeError, "allClose: atol is NaN"],
  [
    "allClose: a misspelt option",
    () => x.allClose(x, untyped({ tol: 1 })),
    TypeError,
    'allClose: unknown option "tol"',
    "rtol, atol",
  ],
];

test.each(failures)("%s", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
  expect(x.toArray()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});
