import { Matrix } from "spiralnet";
import { afterEach, describe, expect, test, vi } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

/** The largest dimension. */
const most = 2 ** 32;
const column = Matrix.zeros(2 ** 17, 1) as Matrix;

describe("a size that no engine has an array for gets a RangeError with the size and the limit", () => {
  const limit = "elements; expected at most 4294967296";
  const failures: Failure[] = [
    ["zeros", () => Matrix.zeros(2 ** 31, 2 ** 31), RangeError, "zeros: 2147483648 x 2147483648 are", limit],
    ["full", () => Matrix.full(1024, most, 1), RangeError, "full: 1024 x 4294967296 are", limit],
    [
      "identity",
      () => Matrix.identity(1e6),
      RangeError,
      "identity: 1000000 x 1000000 are 1000000000000",
      limit,
    ],
    [
      "linspace",
      () => Matrix.linspace(0, 1, 2 ** 40),
      RangeError,
      "linspace: cols is 1099511627776",
      "4294967296",
    ],
    ["oneHot", () => Matrix.oneHot([0, 1], most), RangeError, "oneHot: 2 x 4294967296 are", limit],
    ["matmul", () => column.matmul(column.transpose()), RangeError, "matmul: 131072 x 131072 are", limit],
    ["add", () => column.add(column.transpose()), RangeError, "add: 131072 x 131072 are", limit],
    [
      "toArray",
      () => Matrix.zeros(most, 0).toArray(),
      RangeError,
      "toArray: the number of elements is 4294967296",
      "integer from 0 to 67108864",
    ],
  ];

  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts);
  });
});

describe("when memory runs out", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test("the error names the operation and the size", () => {
    const x = Matrix.identity(2);
    vi.stubGlobal(
      "Float64Array",
      class {
        constructor() {
          throw new RangeError("Array buffer allocation failed");
        }
      },
    );
    for (const [name, call] of [
      ["zeros", () => Matrix.zeros(2, 2)],
      ["copy", () => x.copy()],
      ["add", () => x.add(x)],
      ["exp", () => x.exp()],
      ["matmul", () => x.matmul(x)],
      ["where", () => Matrix.where(x, x, x)],
      ["concat", () => Matrix.concat([x])],
    ] as const) {
      expectError(
        call,
        RangeError,
        `${name}: 2 x 2 are 4 elements; expected at most 4294967296 and no more than fit into memory`,
      );
    }
  });
});

test("matrices without elements go through every operation", () => {
  const rows = 1000;
  const x = Matrix.zeros(rows, 0) as Matrix;
  expect(x.transpose().shape).toEqual([0, rows]);
  expect(x.add(1).addInPlace(x).exp().copy().shape).toEqual([rows, 0]);
  expect(x.sum()).toBe(0);
  expect(x.sum(0).shape).toEqual([1, 0]);
  expect(x.sum(1)).toEqual(Matrix.zeros(rows, 1));
  expect(x.max(0).shape).toEqual([1, 0]);
  expect(x.slice([1, rows]).shape).toEqual([rows - 1, 0]);
  expect(x.matmul(Matrix.zeros(0, 0)).shape).toEqual([rows, 0]);
  expect(x.transpose().matmul(x).shape).toEqual([0, 0]);
  expect(x.equals(x)).toBe(true);
  expect(Matrix.fromJSON(x.toJSON()).shape).toEqual([rows, 0]);
});

test("a dimension past the largest is not said to be too small", () => {
  expectError(() => Matrix.zeros(2 ** 53, 1), RangeError, "expected an integer from 0 to 4294967296");
  expectError(() => Matrix.identity(2 ** 53), RangeError, "expected a safe integer of at least 0");
});

test("-0 rows are 0 rows", () => {
  expect(Matrix.zeros(-0, 3).shape).toEqual([0, 3]);
  expect(new Matrix(1, -0, new Float64Array(0)).shape).toEqual([1, 0]);
});
