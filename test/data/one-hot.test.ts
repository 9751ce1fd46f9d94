import { Matrix, oneHot } from "spiralnet";
import { expect, test } from "vitest";

test("each label makes a row with 1 in its column", () => {
  expect(oneHot([2, 0], 3).toArray()).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(oneHot(Uint8Array.of(1), 2)).toEqual(Matrix.oneHot([1], 2));
  expect(oneHot([], 4).shape).toEqual([0, 4]);
});
