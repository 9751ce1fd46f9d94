import * as fc from "fast-check";
import { Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { anyMatrix } from "../support/arbitraries.js";

const functions: [name: string, method: (x: Matrix) => Matrix, f: (value: number) => number][] = [
  ["exp", (x) => x.exp(), Math.exp],
  ["log", (x) => x.log(), Math.log],
  ["sqrt", (x) => x.sqrt(), Math.sqrt],
  ["abs", (x) => x.abs(), Math.abs],
  ["negate", (x) => x.negate(), (value) => -value],
  ["map", (x) => x.map((value) => value * value), (value) => value * value],
];

test.each(functions)("%s applies its function to every element", (_, method, f) => {
  fc.assert(
    fc.property(anyMatrix(), (x) => {
      const y = method(x);
      expect(y.shape).toEqual(x.shape);
      expect(Array.from(y.data)).toEqual(Array.from(x.data, f));
    }),
  );
});

test("map visits the elements once each, row by row", () => {
  const seen: number[] = [];
  Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]).map((...values) => {
    seen.push(...values);
    return 0;
  });
  expect(seen).toEqual([1, 2, 3, 4]);
});
