import * as fc from "fast-check";
import { RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const safe = fc.maxSafeInteger();

describe("randint", () => {
  test("stays in its range, whatever the range", () => {
    fc.assert(
      fc.property(seed, safe, safe, (s, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(low < high && Number.isSafeInteger(high - low));
        for (const value of new RandomState(s).randint(low, high, 5)) {
          expect(Number.isSafeInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThan(high);
        }
      }),
    );
  });

  test("reaches every value of a small range", () => {
    expect(new Set(new RandomState(1).randint(-2, 3, 200))).toEqual(new Set([-2, -1, 0, 1, 2]));
  });

  test("gives an empty array for size 0", () => {
    expect(new RandomState(1).randint(0, 9, 0)).toEqual([]);
  });
});
