import { accuracy, Matrix } from "spiralnet";
import { expect, test } from "vitest";

const scores = Matrix.fromRows([
  [1, 2, 0],
  [3, 1, 2],
  [-3, -2, -1],
  [0, 5, 4],
]);

test("is the share of rows whose largest score is in the label's column", () => {
  expect(accuracy(scores, [1, 0, 2, 1])).toBe(1);
  expect(accuracy(scores, [1, 0, 0, 2])).toBe(0.5);
  expect(accuracy(scores, Int32Array.of(0, 1, 0, 0))).toBe(0);
  expect(accuracy(scores, Float64Array.of(1, 1, 1, 1))).toBe(0.5);
});

test("the first of equal scores counts", () => {
  expect(accuracy(Matrix.zeros(2, 3), [0, 1])).toBe(0.5);
});

test("of no rows is NaN, of one class 1", () => {
  expect(accuracy(Matrix.zeros(0, 3), [])).toBeNaN();
  expect(accuracy(Matrix.zeros(2, 1), [0, 0])).toBe(1);
});
