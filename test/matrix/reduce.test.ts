import { type Axis, Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";

const x = Matrix.fromRows([
  [1, -5, 3],
  [4, 2, -6],
]);

describe("of all elements", () => {
  test("sum, mean, max, min and argmax give numbers", () => {
    expect(x.sum()).toBe(-1);
    expect(x.mean()).toBe(-1 / 6);
    expect(x.max()).toBe(4);
    expect(x.min()).toBe(-6);
    expect(x.argmax()).toBe(3);
  });
});

describe("down the columns, axis 0", () => {
  test("the result is a row", () => {
    expect(x.sum(0).toArray()).toEqual([[5, -3, -3]]);
    expect(x.mean(0).toArray()).toEqual([[2.5, -1.5, -1.5]]);
    expect(x.max(0).toArray()).toEqual([[4, 2, 3]]);
    expect(x.min(0).toArray()).toEqual([[1, -5, -6]]);
    expect(x.argmax(0)).toEqual(Int32Array.of(1, 1, 0));
  });
});

describe("along the rows, axis 1", () => {
  test("the result is a column", () => {
    expect(x.sum(1).toArray()).toEqual([[-1], [0]]);
    expect(x.mean(1).toArray()).toEqual([[-1 / 3], [0]]);
    expect(x.max(1).toArray()).toEqual([[3], [4]]);
    expect(x.min(1).toArray()).toEqual([[-5], [-6]]);
    expect(x.argmax(1)).toEqual(Int32Array.of(2, 0));
  });
});

test("sums are added up in order, to the last bit", () => {
  const terms = [0.1, 0.2, 0.3, 1e16, 1, -1e16];
  const inOrder = terms.reduce((sum, term) => sum + term, 0);
  expect(Matrix.fromRows([terms]).sum()).toBe(inOrder);
  expect(Matrix.fromRows([terms]).sum(1).get(0, 0)).toBe(inOrder);
  expect(Matrix.fromRows([terms]).transpose().sum(0).get(0, 0)).toBe(inOrder);
});

test("NaN wins over every maximum and minimum, and argmax finds the first", () => {
  const y = Matrix.fromRows([
    [7, Number.NaN, 9, Number.NaN],
    [1, 2, 3, 4],
  ]);
  expect(y.max()).toBeNaN();
  expect(y.min(1).toArray()).toEqual([[Number.NaN], [1]]);
  expect(y.argmax()).toBe(1);
  expect(y.argmax(1)).toEqual(Int32Array.of(1, 3));
});

test("argmax takes the first of equals, -Infinity included", () => {
  const low = Number.NEGATIVE_INFINITY;
  expect(Matrix.fromRows([[2, 5, 5, 5]]).argmax()).toBe(1);
  expect(
    Matrix.fromRows([
      [low, low],
      [low, -9],
    ]).argmax(1),
  ).toEqual(Int32Array.of(0, 1));
  expect(Matrix.fromRows([[low, low]]).max()).toBe(low);
});

describe("of a matrix without elements", () => {
  test("the sum is 0 and the mean NaN", () => {
    const nothing = Matrix.zeros(0, 2);
    expect(nothing.sum()).toBe(0);
    expect(nothing.sum(0).toArray()).toEqual([[0, 0]]);
    expect(nothing.sum(1).shape).toEqual([0, 1]);
    expect(nothing.mean()).toBeNaN();
    expect(nothing.mean(0).toArray()).toEqual([[Number.NaN, Number.NaN]]);
  });

  test("max, min and argmax along the other axis are empty", () => {
    expect(Matrix.zeros(0, 2).max(1).shape).toEqual([0, 1]);
    expect(Matrix.zeros(2, 0).min(0).shape).toEqual([1, 0]);
    expect(Matrix.zeros(0, 0).max(0).shape).toEqual([1, 0]);
    expect(Matrix.zeros(0, 0).max(1).shape).toEqual([0, 1]);
    expect(Matrix.zeros(0, 2).argmax(1)).toEqual(new Int32Array(0));
  });
});

test.each([0, 1] as Axis[])("a result along axis %i shares no memory with the matrix", (axis) => {
  const copy = x.copy();
  copy.sum(axis).data.fill(99);
  copy.argmax(axis).fill(99);
  expect(copy).toEqual(x);
});
