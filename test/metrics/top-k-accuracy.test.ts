import * as fc from "fast-check";
import { accuracy, Matrix, topKAccuracy } from "spiralnet";
import { expect, test } from "vitest";
import { classified } from "../support/arbitraries.js";
import { expectError } from "../support/expect-error.js";

const scores = Matrix.fromRows([
  [1, 2, 0],
  [3, 1, 2],
]);

test("is the share of rows whose label is among the k largest scores", () => {
  expect(topKAccuracy(scores, [0, 1], 1)).toBe(0);
  expect(topKAccuracy(scores, [0, 1], 2)).toBe(0.5);
  expect(topKAccuracy(scores, [0, 1], 3)).toBe(1);
});

test("the first of equal scores count as larger", () => {
  expect(topKAccuracy(Matrix.zeros(3, 3), [0, 1, 2], 2)).toBe(2 / 3);
});

test("of no rows is NaN", () => {
  expect(topKAccuracy(Matrix.zeros(0, 3), [], 2)).toBeNaN();
});

test("is the accuracy for k = 1, grows with k, and is 1 if k is the number of columns", () => {
  fc.assert(
    fc.property(classified, ({ scores, labels }) => {
      const all = Array.from({ length: scores.cols }, (_, i) => topKAccuracy(scores, labels, i + 1));
      expect(all[0]).toBe(accuracy(scores, labels));
      expect(all).toEqual(all.toSorted((a, b) => a - b));
      expect(all.at(-1)).toBe(1);
    }),
  );
});

test.each([0, 4, 1.5, Number.NaN])("refuses k = %d", (k) => {
  const message = `topKAccuracy: k is ${k}; expected an integer from 1 to 3`;
  expectError(() => topKAccuracy(scores, [0, 1], k), RangeError, message);
});
