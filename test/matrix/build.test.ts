import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";

test("a matrix shares the typed array that it wraps", () => {
  const data = Float64Array.of(1, 2, 3, 4, 5, 6);
  const x = new Matrix(2, 3, data);
  expect(x.data).toBe(data);
  expect(x.shape).toEqual([2, 3]);
  expect(x.toArray()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});

describe("fromRows", () => {
  test("keeps every number as it is", () => {
    const rows = [
      [1, -0, Number.NaN],
      [Number.POSITIVE_INFINITY, 5e-324, 0.1],
    ];
    expect(Matrix.fromRows(rows).toArray()).toEqual(rows);
  });

  test("copies the numbers", () => {
    const rows = [[1, 2]];
    const x = Matrix.fromRows(rows);
    (rows[0] as number[])[0] = 9;
    expect(x.toArray()).toEqual([[1, 2]]);
  });

  test("no rows make a 0 x 0 matrix, empty rows a matrix without columns", () => {
    expect(Matrix.fromRows([]).shape).toEqual([0, 0]);
    expect(Matrix.fromRows([[], [], []]).shape).toEqual([3, 0]);
  });
});

describe("fromArray", () => {
  test("fills row after row from an array or a typed array, and copies it", () => {
    const values = Float32Array.of(1, 2, 3, 4);
    const x = Matrix.fromArray(values, 2, 2);
    values[0] = 9;
    expect(x.toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(Matrix.fromArray([5, 6], 2, 1).toArray()).toEqual([[5], [6]]);
  });

  test("makes matrices without elements", () => {
    expect(Matrix.fromArray([], 0, 3).shape).toEqual([0, 3]);
  });
});

test("zeros and full hold one number everywhere", () => {
  expect(Matrix.zeros(2, 1).toArray()).toEqual([[0], [0]]);
  expect(Matrix.full(1, 3, 2.5).toArray()).toEqual([[2.5, 2.5, 2.5]]);
  expect(Matrix.full(1, 2, Number.NaN).toArray()).toEqual([[Number.NaN, Number.NaN]]);
  expect(Matrix.full(1, 1, -0).toArray()).toEqual([[-0]]);
  expect(Matrix.zeros(0, 4).shape).toEqual([0, 4]);
});

test("identity has ones on its diagonal only", () => {
  expect(Matrix.identity(3).toArray()).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(Matrix.identity(0).shape).toEqual([0, 0]);
});

describe("linspace", () => {
  test("goes from start to stop, both included", () => {
    expect(Matrix.linspace(0, 1, 5).toArray()).toEqual([[0, 0.25, 0.5, 0.75, 1]]);
    expect(Matrix.linspace(3, -3, 3).toArray()).toEqual([[3, 0, -3]]);
  });

  test("ends exactly at stop, which adding up steps would miss", () => {
    expect(3 * (0.9 / 3)).not.toBe(0.9);
    expect(Matrix.linspace(0, 0.9, 4).get(0, 3)).toBe(0.9);
  });

  test("of one number is the start, and of none is empty", () => {
    expect(Matrix.linspace(2, 9, 1).toArray()).toEqual([[2]]);
    expect(Matrix.linspace(2, 9, 0).shape).toEqual([1, 0]);
  });
});

describe("oneHot", () => {
  test("has a 1 in the column of each label", () => {
    expect(Matrix.oneHot(Int32Array.of(2, 0, 1, 1), 3).toArray()).toEqual([
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });

  test("of no labels has no rows", () => {
    expect(Matrix.oneHot([], 4).shape).toEqual([0, 4]);
    expect(Matrix.oneHot([], 0).shape).toEqual([0, 0]);
  });
});
