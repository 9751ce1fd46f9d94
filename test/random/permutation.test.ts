import * as fc from "fast-check";
import { Matrix, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("permutation and shuffle", () => {
  test("keep every item exactly once", () => {
    fc.assert(
      fc.property(seed, fc.nat(40), (s, n) => {
        const order = new RandomState(s).permutation(n);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });

  test("give the same order to indices, items and rows", () => {
    fc.assert(
      fc.property(seed, fc.array(fc.integer(), { maxLength: 12 }), (s, items) => {
        const order = new RandomState(s).permutation(items.length);
        const expected = order.map((i) => items[i]);
        const column = Matrix.fromArray(items, items.length, 1);
        expect(new RandomState(s).permutation(items)).toEqual(expected);
        expect(Array.from(new RandomState(s).permutation(column).data)).toEqual(expected);
        const shuffled = [...items];
        new RandomState(s).shuffle(shuffled);
        expect(shuffled).toEqual(expected);
        const typed = Int32Array.from(items);
        new RandomState(s).shuffle(typed);
        expect(Array.from(typed)).toEqual(expected);
        const rows = column.copy();
        new RandomState(s).shuffle(rows);
        expect(Array.from(rows.data)).toEqual(expected);
      }),
    );
  });

  test("permutation leaves its argument as it is; shuffle works in place", () => {
    const items = [1, 2, 3, 4, 5, 6];
    const rows = Matrix.linspace(1, 6, 6).reshape(3, 2);
    const random = new RandomState(0);
    expect(random.permutation(items)).not.toBe(items);
    random.permutation(rows).data.fill(0);
    expect(items).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rows.toArray()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const { data } = rows;
    random.shuffle(rows);
    expect(rows.data).toBe(data);
    expect(rows.toArray()).toContainEqual([3, 4]);
  });
});
