import { type Matrix, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";

describe("shapes", () => {
  test("no size gives a number, one a row, two a matrix that is filled row by row", () => {
    const draws: [string, (random: RandomState, ...shape: number[]) => unknown][] = [
      ["rand", (random, ...shape) => random.rand(...(shape as []))],
      ["randn", (random, ...shape) => random.randn(...(shape as []))],
      ["uniform", (random, ...shape) => random.uniform(-1, 1, ...(shape as [number]))],
      ["normal", (random, ...shape) => random.normal(5, 2, ...(shape as [number]))],
    ];
    for (const [name, draw] of draws) {
      const one = new RandomState(9);
      const six = Array.from({ length: 6 }, () => draw(one) as number);
      const row = draw(new RandomState(9), 6) as Matrix;
      const matrix = draw(new RandomState(9), 2, 3) as Matrix;
      expect(row.shape, name).toEqual([1, 6]);
      expect(matrix.shape, name).toEqual([2, 3]);
      expect(Array.from(row.data)).toEqual(six);
      expect(Array.from(matrix.data)).toEqual(six);
      expect((draw(new RandomState(9), 0, 3) as Matrix).shape).toEqual([0, 3]);
    }
  });

  test("uniform and normal without arguments are rand and randn", () => {
    expect(new RandomState(4).uniform()).toBe(new RandomState(4).rand());
    expect(new RandomState(4).normal()).toBe(new RandomState(4).randn());
  });

  test("uniforms lie in [0, 1)", () => {
    const { data } = new RandomState(6).rand(2000);
    expect(data.every((value) => value >= 0 && value < 1)).toBe(true);
  });
});
