import * as fc from "fast-check";
import { type Axis, Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { anyNumber, matrixOf, smallInteger } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const x = Matrix.fromRows([
  [1, -5, 3],
  [5, 3, 3],
]);

test("variance and std of all elements are numbers", () => {
  expect(Matrix.fromRows([[1, 3]]).variance()).toBe(1);
  expect(x.variance()).toBeCloseTo(78 / 6 - (10 / 6) ** 2, 13);
  expect(x.std()).toBe(Math.sqrt(x.variance()));
});

test("variance and std of the columns are a row, those of the rows a column", () => {
  expect(x.variance(0).toArray()).toEqual([[4, 16, 0]]);
  expect(x.std(0).toArray()).toEqual([[2, 4, 0]]);
  expect(x.variance(1).shape).toEqual([2, 1]);
  expect(distance(x.variance(1), [104 / 9, 8 / 9])).toBeLessThan(1e-15);
  expect(x.std(1)).toEqual(x.variance(1).sqrt());
});

test("ddof is taken from the number of elements", () => {
  expect(x.variance(0, { ddof: 1 }).toArray()).toEqual([[8, 32, 0]]);
  expect(x.std(0, { ddof: 1 }).toArray()).toEqual([[Math.sqrt(8), Math.sqrt(32), 0]]);
  expect(x.variance(0, { ddof: 0.5 }).get(0, 0)).toBe(8 / 1.5);
  expect(Matrix.fromRows([[1, 3]]).variance(undefined, { ddof: 1 })).toBe(2);
  expect(x.variance(0, { ddof: undefined })).toEqual(x.variance(0));
});

test("as in NumPy, the result is not finite unless there are more elements than ddof", () => {
  expect(x.variance(0, { ddof: 2 }).toArray()).toEqual([
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN],
  ]);
  expect(x.variance(0, { ddof: 9 }).get(0, 0)).toBe(Number.POSITIVE_INFINITY);
  expect(Matrix.full(1, 1, 5).std(0, { ddof: 1 }).toArray()).toEqual([[Number.NaN]]);
});

test("of nothing, both are NaN", () => {
  expect(Matrix.zeros(0, 2).variance()).toBeNaN();
  expect(Matrix.zeros(0, 2).std(0).toArray()).toEqual([[Number.NaN, Number.NaN]]);
  expect(Matrix.zeros(0, 2).variance(1).shape).toEqual([0, 1]);
  expect(Matrix.zeros(2, 0).variance(0).shape).toEqual([1, 0]);
});

describe("rounding and overflow", () => {
  test("a large mean costs no digits", () => {
    const integers = fc.array(smallInteger, { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(integers, fc.constantFrom(0, 1e9, -1e9), (values, shift) => {
        const n = values.length;
        const sum = values.reduce((total, value) => total + value, 0);
        const squares = values.reduce((total, value) => total + value ** 2, 0);
        const exact = (n * squares - sum ** 2) / n ** 2;
        const row = Matrix.fromRows([values.map((value) => value + shift)]);
        for (const result of [row.variance(), row.variance(1), row.transpose().variance(0)]) {
          expect(distance(result, exact, 1)).toBeLessThan(1e-13);
        }
      }),
    );
  });

  test("nor does rounding in a long sum", () => {
    const column = Matrix.zeros(1e6, 1).map((_, row) => 1e12 + (row % 2));
    expect(column.variance()).toBe(0.25);
  });

  test("equal elements have variance 0", () => {
    const finite = fc.oneof(
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.constant(-Number.MAX_VALUE),
    );
    fc.assert(
      fc.property(finite, fc.integer({ min: 1, max: 40 }), (value, count) => {
        const row = Matrix.full(1, count, value);
        expect(row.variance()).toBe(0);
        expect(row.std(1).toArray()).toEqual([[0]]);
        expect(row.transpose().std(0).toArray()).toEqual([[0]]);
      }),
    );
  });

  test("the variance of finite elements is never NaN or negative, but Infinity if it is too large", () => {
    const finite = anyNumber.map((value) => (Number.isFinite(value) ? value : Number.MAX_VALUE));
    const matrices = fc.integer({ min: 1, max: 6 }).chain((rows) => matrixOf(rows, 3, finite));
    fc.assert(
      fc.property(matrices, fc.constantFrom(undefined, 0, 1), (matrix, axis) => {
        const variances = [matrix.variance(axis)].flatMap((v) =>
          v instanceof Matrix ? v.toArray().flat() : v,
        );
        for (const variance of variances) expect(variance).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(Matrix.fromRows([[1e200, -1e200]]).variance()).toBe(Number.POSITIVE_INFINITY);
  });

  test("NaN and infinities make it NaN, in their row or column alone", () => {
    const y = Matrix.fromRows([
      [1, Number.NaN, Number.POSITIVE_INFINITY],
      [3, 2, 3],
    ]);
    expect(y.variance(0).toArray()).toEqual([[1, Number.NaN, Number.NaN]]);
    expect(y.std()).toBeNaN();
  });
});

describe("refuses", () => {
  const failures: Failure[] = [
    ["another axis", () => x.variance(untyped(2)), RangeError, "variance: axis is 2; expected 0 or 1"],
    ["another axis, for std", () => x.std(untyped("0")), TypeError, 'std: axis is "0"; expected 0 or 1'],
    ["a negative ddof", () => x.variance(0, { ddof: -1 }), RangeError, "variance: ddof is -1", "at least 0"],
    ["an infinite ddof", () => x.std(0, { ddof: Infinity }), RangeError, "std: ddof is Infinity"],
    ["a ddof in a string", () => x.std(0, { ddof: untyped("1") }), TypeError, 'std: ddof is "1"'],
    ["a ddof in place of options", () => x.std(0, untyped(1)), TypeError, "std: options is 1", "ddof"],
    [
      "an unknown option",
      () => x.variance(0, untyped({ dof: 1 })),
      TypeError,
      'unknown option "dof"',
      "ddof",
    ],
  ];

  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts);
  });
});

test.each([0, 1] as Axis[])("a result along axis %i shares no memory with the matrix", (axis) => {
  const copy = x.copy();
  copy.variance(axis).data.fill(99);
  copy.std(axis).data.fill(99);
  expect(copy).toEqual(x);
});
