import { Matrix, ShapeError } from "spiralnet";
import { test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;

const failures: Failure[] = [
  [
    "full of a matrix",
    () => Matrix.full(1, 1, untyped(Matrix.zeros(1, 1))),
    TypeError,
    "full: the value is an object",
  ],
  [
    "one-hot without labels",
    () => Matrix.oneHot(untyped(null), 3),
    TypeError,
    "oneHot: labels is null",
    "an array",
  ],
  [
    "a line too long for a float64",
    () => Matrix.linspace(-1.7e308, 1.7e308, 3),
    RangeError,
    "stop - start is Infinity",
  ],
  ["negative rows", () => Matrix.zeros(-1, 2), RangeError, "zeros: rows is -1", "integer from 0 to"],
  ["fractional columns", () => Matrix.zeros(1, 2.5), RangeError, "zeros: cols is 2.5", "integer from 0 to"],
  ["NaN rows", () => Matrix.full(Number.NaN, 1, 0), RangeError, "rows is NaN"],
  [
    "infinite columns",
    () => new Matrix(1, Number.POSITIVE_INFINITY, new Float64Array(1)),
    RangeError,
    "Infinity",
  ],
  ["rows in a string", () => Matrix.zeros(untyped("2"), 2), TypeError, 'rows is "2"', "integer"],
  ["an identity of size -2", () => Matrix.identity(-2), RangeError, "is -2", "integer of at least 0"],
  [
    "data of another length",
    () => new Matrix(2, 2, new Float64Array(3)),
    ShapeError,
    "2 x 2",
    "1 x 3",
    "4 elements",
  ],
  [
    "data in an array",
    () => new Matrix(1, 1, untyped([1])),
    TypeError,
    "data is an array of length",
    "Float64Array",
  ],
  [
    "data missing",
    () => new Matrix(1, 1, untyped(undefined)),
    TypeError,
    "data is undefined",
    "Float64Array",
  ],
  [
    "ragged rows",
    () => Matrix.fromRows([[1, 2], [3]]),
    ShapeError,
    "fromRows: row 0 is 1 x 2, row 1 is 1 x 1: they must be the same",
  ],
  [
    "a ragged third row",
    () => Matrix.fromRows([[1], [2], [3, 4]]),
    ShapeError,
    "row 0 is 1 x 1",
    "row 2 is 1 x 2",
  ],
  ["rows that are no array", () => Matrix.fromRows(untyped(5)), TypeError, "rows is 5", "array of arrays"],
  [
    "a row that is no array",
    () => Matrix.fromRows(untyped([[1], 2])),
    TypeError,
    "row 1 is 2",
    "expected an array",
  ],
  [
    "a string among numbers",
    () => Matrix.fromRows(untyped([[1, "2"]])),
    TypeError,
    'element [0, 1] is "2"',
    "a number",
  ],
  [
    "a hole among numbers",
    () => Matrix.fromRows(untyped([[1], [new Array(1)[0]]])),
    TypeError,
    "fromRows: element [1, 0] is undefined",
  ],
  ["a bigint", () => Matrix.fromRows(untyped([[1n]])), TypeError, "element [0, 0] is 1n", "a number"],
  [
    "too few elements",
    () => Matrix.fromArray([1, 2, 3], 2, 2),
    ShapeError,
    "fromArray: the result is 2 x 2, what is given is 1 x 3: 4 elements are needed",
  ],
  ["too many elements", () => Matrix.fromArray([1, 2, 3], 1, 2), ShapeError, "1 x 2", "1 x 3", "2 elements"],
  [
    "null for elements",
    () => Matrix.fromArray(untyped(null), 1, 1),
    TypeError,
    "values is null",
    "array of numbers",
  ],
  [
    "a string for elements",
    () => Matrix.fromArray(untyped("12"), 1, 2),
    TypeError,
    'values is "12"',
    "array of numbers",
  ],
  [
    "a null element",
    () => Matrix.fromArray(untyped([1, null]), 1, 2),
    TypeError,
    "fromArray: element [0, 1] is null",
    "a number",
  ],
  ["a string to fill with", () => Matrix.full(1, 1, untyped("0")), TypeError, '"0"', "number"],
  [
    "an infinite start",
    () => Matrix.linspace(Number.NEGATIVE_INFINITY, 1, 3),
    RangeError,
    "linspace: start is -Infinity",
  ],
  ["a NaN stop", () => Matrix.linspace(0, Number.NaN, 3), RangeError, "linspace: stop is NaN", "finite"],
  [
    "a negative count",
    () => Matrix.linspace(0, 1, -3),
    RangeError,
    "linspace: count is -3",
    "integer of at least 0",
  ],
  ["a fractional count", () => Matrix.linspace(0, 1, 2.5), RangeError, "linspace: count is 2.5"],
  [
    "a label past the classes",
    () => Matrix.oneHot([0, 3], 3),
    RangeError,
    "labels[1] is 3",
    "integer from 0 to 2",
  ],
  ["a negative label", () => Matrix.oneHot([-1], 3), RangeError, "labels[0] is -1", "integer from 0 to 2"],
  ["a fractional label", () => Matrix.oneHot([1, 0.5], 3), RangeError, "labels[1] is 0.5"],
  [
    "labels but no classes",
    () => Matrix.oneHot([0], 0),
    RangeError,
    "labels[0] is 0",
    "nothing to choose from",
  ],
  ["a negative number of classes", () => Matrix.oneHot([], -1), RangeError, "oneHot: classes is -1"],
];

test.each(failures)("%s", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
});
