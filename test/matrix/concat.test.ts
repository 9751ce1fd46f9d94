import * as fc from "fast-check";
import { type Axis, Matrix, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { matrixOf } from "../support/arbitraries.js";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const x = Matrix.fromRows([
  [1, 2],
  [3, 4],
]);

test("puts matrices below each other, or side by side", () => {
  const y = Matrix.fromRows([[5, 6]]);
  const below = [
    [1, 2],
    [3, 4],
    [5, 6],
  ];
  expect(Matrix.concat([x, y]).toArray()).toEqual(below);
  expect(Matrix.concat([x, y], 0).toArray()).toEqual(below);
  expect(Matrix.concat([x, y.transpose(), x], 1).toArray()).toEqual([
    [1, 2, 5, 1, 2],
    [3, 4, 6, 3, 4],
  ]);
});

/** Some matrices of any heights and one width, none of which may be 0. */
const stack = fc.nat(4).chain((cols) =>
  fc.array(
    fc.nat(4).chain((rows) => matrixOf(rows, cols)),
    { minLength: 1, maxLength: 4 },
  ),
);

test("slices give the matrices back", () => {
  fc.assert(
    fc.property(stack, (matrices) => {
      const below = Matrix.concat(matrices);
      const beside = Matrix.concat(
        matrices.map((matrix) => matrix.transpose()),
        1,
      );
      expect(beside).toEqual(below.transpose());
      let start = 0;
      for (const matrix of matrices) {
        expect(below.slice([start, start + matrix.rows])).toEqual(matrix);
        start += matrix.rows;
      }
      expect(start).toBe(below.rows);
    }),
  );
});

test.each([0, 1] as Axis[])("a single matrix is copied, along axis %i", (axis) => {
  const copy = Matrix.concat([x], axis);
  expect(copy).toEqual(x);
  copy.data.fill(99);
  expect(x.get(0, 0)).toBe(1);
});

describe("refuses", () => {
  const wide = Matrix.zeros(2, 3) as Matrix;
  const failures: Failure[] = [
    [
      "other columns",
      () => Matrix.concat([x, wide]),
      ShapeError,
      "concat: matrices[0] is 2 x 2, matrices[1] is 2 x 3: they must have the same columns",
    ],
    [
      "other rows",
      () => Matrix.concat([wide, x, wide.transpose()], 1),
      ShapeError,
      "concat: matrices[0] is 2 x 3, matrices[2] is 3 x 2: they must have the same rows",
    ],
    [
      "an empty list",
      () => Matrix.concat([]),
      TypeError,
      "concat: matrices is an array of length 0; expected an array of at least one Matrix",
    ],
    [
      "a matrix in place of a list",
      () => Matrix.concat(untyped(x)),
      TypeError,
      "concat: matrices is an object",
    ],
    [
      "a number in the list",
      () => Matrix.concat([x, untyped(1)]),
      TypeError,
      "concat: matrices[1] is 1; expected a Matrix",
    ],
    ["a hole in the list", () => Matrix.concat(new Array(1)), TypeError, "concat: matrices[0] is undefined"],
    ["axis 2", () => Matrix.concat([x], untyped(2)), RangeError, "concat: axis is 2; expected 0 or 1"],
    ["null for the axis", () => Matrix.concat([x], untyped(null)), TypeError, "concat: axis is null"],
  ];

  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts);
  });
});
