import * as fc from "fast-check";
import { RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("choice", () => {
  test("gives different items without replacement", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 20 }), fc.boolean(), (s, n, weighted) => {
        const p = weighted ? Array.from({ length: n }, (_, i) => (2 * (i + 1)) / (n * (n + 1))) : undefined;
        const chosen = new RandomState(s).choice(n, n, p ? { replace: false, p } : { replace: false });
        expect(new Set(chosen).size).toBe(n);
      }),
    );
  });

  test("never gives an item with probability 0", () => {
    fc.assert(
      fc.property(seed, (s) => {
        const random = new RandomState(s);
        expect(random.choice(["a", "b", "c"], 9, { p: [0, 1, 0] })).toEqual(Array(9).fill("b"));
        expect(random.choice(4, 2, { p: [0.5, 0, 0, 0.5], replace: false }).sort()).toEqual([0, 3]);
      }),
    );
  });

  test("gives one item if no size is given, otherwise an array", () => {
    const random = new RandomState(0);
    expect(random.choice(["only"])).toBe("only");
    expect(random.choice(1)).toBe(0);
    expect(random.choice(["only"], 2)).toEqual(["only", "only"]);
    expect(random.choice(3, undefined, { p: [0, 0, 1] })).toBe(2);
    expect(random.choice([], 0)).toEqual([]);
    expect(random.choice(5, 0, { replace: false })).toEqual([]);
  });

  test("takes the next item if a draw equals the sum of the probabilities up to the one before", () => {
    const draw = new RandomState(5).rand();
    expect(new RandomState(5).choice(2, 1, { p: [draw, 1 - draw] })).toEqual([1]);
  });

  test("takes undefined for an option that is not given", () => {
    const chosen = new RandomState(0).choice(5, 3, { replace: undefined, p: undefined });
    expect(chosen).toEqual(new RandomState(0).choice(5, 3));
  });

  test("does not compile with a string for the items, and refuses one", () => {
    // @ts-expect-error a string is no list
    expect(() => new RandomState(0).choice("abc")).toThrow(TypeError);
  });

  test("leaves p as it is", () => {
    const p = Float64Array.of(0.25, 0.25, 0.5);
    new RandomState(0).choice(3, 3, { p, replace: false });
    expect(p).toEqual(Float64Array.of(0.25, 0.25, 0.5));
  });
});
