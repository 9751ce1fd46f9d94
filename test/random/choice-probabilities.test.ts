import { runInNewContext } from "node:vm";
import { RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly seed: number;
  readonly type: "float32" | "float64";
  readonly p: number[];
  readonly size: number;
  readonly replace: boolean;
  readonly result: number[] | null;
}

const cases = golden<Case>("choice-probabilities");

test.each(cases.map((one, i) => [i, one.type, one] as const))(
  "case %i: probabilities in %s give NumPy's items, or are refused as NumPy refuses them",
  (_i, type, { seed, p, size, replace, result }) => {
    const array = type === "float32" ? Float32Array.from(p) : Float64Array.from(p);
    const draw = () => new RandomState(seed).choice(p.length, size, { p: array, replace });
    if (result === null) expectError(draw, RangeError, "choice: the sum of p is", "expected 1");
    else expect(draw()).toEqual(result);
  },
);

describe("the precision of probabilities", () => {
  const thirds = [1 / 3, 1 / 3, 1 / 3];

  test("is that of the array they come in: an array of numbers holds float64", () => {
    const rounded = Array.from(Float32Array.from(thirds));
    expectError(
      () => new RandomState(0).choice(3, 8, { p: rounded }),
      RangeError,
      "the sum of p is 1.00000002",
    );
  });

  test("is float32 for an array of another realm too", () => {
    const p = runInNewContext("Float32Array.of(1 / 3, 1 / 3, 1 / 3)");
    expect(new RandomState(0).choice(3, 8, { p })).toEqual([1, 2, 1, 1, 1, 1, 1, 2]);
  });
});

test("weighted choices take no more than a moment among 100 000 items", () => {
  const count = 100_000;
  const p = new Float64Array(count).fill(1 / count);
  const random = new RandomState(0);
  const start = performance.now();
  expect(random.choice(count, count, { p })).toHaveLength(count);
  expect(new Set(random.choice(count, count, { p, replace: false })).size).toBe(count);
  expect(performance.now() - start).toBeLessThan(3000); // searched item by item: over 10 s each
});
