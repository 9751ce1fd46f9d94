import { Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { Recycled } from "../../src/layers/recycled.js";

test("a place has one matrix for as long as the shape stays", () => {
  const recycled = new Recycled();
  const first = recycled.at(1, 2, 3);
  expect(first.shape).toEqual([2, 3]);
  expect(recycled.at(1, 2, 3)).toBe(first);
  expect(recycled.at(0, 2, 3)).not.toBe(first);
  expect(recycled.at(1, 2, 4).shape).toEqual([2, 4]);
  expect(recycled.at(1, 5, 4).shape).toEqual([5, 4]);
  expect(recycled.at(1, 2, 3)).not.toBe(first);
});

test("what is released is never one of these", () => {
  const recycled = new Recycled();
  const own = recycled.at(2, 1, 2);
  recycled.at(0, 1, 2);
  own.data.fill(7);
  const released = recycled.released(own);
  expect(released).not.toBe(own);
  expect(released.toArray()).toEqual([[7, 7]]);
  const other: Matrix = Matrix.zeros(1, 2);
  expect(recycled.released(other)).toBe(other);
});
