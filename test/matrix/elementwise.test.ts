import * as fc from "fast-check";
import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { anyMatrix } from "../support/arbitraries.js";

const functions: [name: string, method: (x: Matrix) => Matrix, f: (value: number) => number][] = [
  ["exp", (x) => x.exp(), Math.exp],
  ["log", (x) => x.log(), Math.log],
  ["sqrt", (x) => x.sqrt(), Math.sqrt],
  ["abs", (x) => x.abs(), Math.abs],
  ["tanh", (x) => x.tanh(), Math.tanh],
  ["clip", (x) => x.clip(-1, 2), (value) => (value < -1 ? -1 : Math.min(value, 2))],
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

describe("map", () => {
  test("visits the elements once each, row by row, with their row and column", () => {
    const seen: number[][] = [];
    Matrix.fromRows([
      [5, 6, 7],
      [8, 9, 10],
    ]).map((...args) => {
      seen.push(args);
      return 0;
    });
    expect(seen).toEqual([
      [5, 0, 0],
      [6, 0, 1],
      [7, 0, 2],
      [8, 1, 0],
      [9, 1, 1],
      [10, 1, 2],
    ]);
  });

  test("gives each element the place that get finds it at", () => {
    fc.assert(
      fc.property(anyMatrix(), (x) => {
        expect(x.map((_, row, col) => x.get(row, col))).toEqual(x);
      }),
    );
  });

  test("may be called within itself", () => {
    const x = Matrix.zeros(2, 2);
    expect(x.map((_, row, col) => 10 * row + col + x.map((_, r, c) => r + c).sum()).toArray()).toEqual([
      [4, 5],
      [14, 15],
    ]);
  });
});

describe("clip", () => {
  const up = Number.POSITIVE_INFINITY;
  const x = Matrix.fromRows([[-up, -3, 0, 3, up, Number.NaN]]);

  test("leaves one side open for an infinite bound", () => {
    expect(x.clip(-up, 1).toArray()).toEqual([[-up, -3, 0, 1, 1, Number.NaN]]);
    expect(x.clip(1, up).toArray()).toEqual([[1, 1, 1, 3, up, Number.NaN]]);
    expect(x.clip(-up, up)).toEqual(x);
  });

  test("takes equal bounds", () => {
    expect(x.clip(2, 2).toArray()).toEqual([[2, 2, 2, 2, 2, Number.NaN]]);
    expect(x.clip(up, up).toArray()).toEqual([[up, up, up, up, up, Number.NaN]]);
  });
});
