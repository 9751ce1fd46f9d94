import { Matrix } from "spiralnet";
import { afterEach, describe, expect, test, vi } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const most = 2 ** 53 - 1;
const column = Matrix.zeros(2 ** 17, 1) as Matrix;

describe("a size that no engine has an array for gets a RangeError with the size and the limit", () => {
  const limit = "elements; expected at most 4294967296";
  const failures: Failure[] = [
    ["zeros", () => Matrix.zeros(2 ** 31, 2 ** 31), RangeError, "zeros: 2147483648 x 2147483648 are", limit],
    ["full", () => Matrix.full(1, most, 1), RangeError, "full: 1 x 9007199254740991 are", limit],
    [
      "identity",
      () => Matrix.identity(1e6),
      RangeError,
      "identity: 1000000 x 1000000 are 1000000000000",
      limit,
    ],
    ["linspace", () => Matrix.linspace(0, 1, 2 ** 40), RangeError, "linspace: 1 x 1099511627776 are", limit],
    ["oneHot", () => Matrix.oneHot([0, 1], 2 ** 40), RangeError, "oneHot: 2 x 1099511627776 are", limit],
    ["matmul", () => column.matmul(column.transpose()), RangeError, "matmul: 131072 x 131072 are", limit],
    ["add", () => column.add(column.transpose()), RangeError, "add: 131072 x 131072 are", limit],
    ["sum", () => Matrix.zeros(most, 0).sum(1), RangeError, "sum: 9007199254740991 x 1 are", limit],
    ["toArray", () => Matrix.zeros(most, 0).toArray(), RangeError, "toArray: the list would have", "at most"],
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
    ] as const) {
      expectError(
        call,
        RangeError,
        `${name}: 2 x 2 are 4 elements, more than fit into memory; expected fewer`,
      );
    }
  });
});

test("matrices without elements are handled at once, however many rows they have", () => {
  const x = Matrix.zeros(most, 0) as Matrix;
  expect(x.transpose().shape).toEqual([0, most]);
  expect(x.add(1).addInPlace(x).exp().copy().shape).toEqual([most, 0]);
  expect(x.sum()).toBe(0);
  expect(x.sum(0).shape).toEqual([1, 0]);
  expect(x.max(0).shape).toEqual([1, 0]);
  expect(x.slice([1, most]).shape).toEqual([most - 1, 0]);
  expect(x.matmul(Matrix.zeros(0, 0)).shape).toEqual([most, 0]);
  expect(x.transpose().matmul(x).shape).toEqual([0, 0]);
  expect(x.equals(x)).toBe(true);
  expect(Matrix.fromJSON(x.toJSON()).shape).toEqual([most, 0]);
});

test("an integer that is too large is not said to be too small", () => {
  expectError(() => Matrix.zeros(2 ** 53, 1), RangeError, "expected an integer from 0 to 9007199254740991");
});

test("-0 rows are 0 rows", () => {
  expect(Matrix.zeros(-0, 3).shape).toEqual([0, 3]);
  expect(new Matrix(1, -0, new Float64Array(0)).shape).toEqual([1, 0]);
});
