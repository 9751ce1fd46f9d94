import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Blocks } from "../../src/kernels/wasm/blocks.js";

test("blocks never overlap, one is found if a free part is long enough, and all given back make the range whole", () => {
  const actions = fc.array(
    fc.record({ take: fc.boolean(), length: fc.integer({ min: 1, max: 30 }), which: fc.nat() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(actions, (steps) => {
      const blocks = new Blocks(10, 110);
      const taken: { start: number; length: number }[] = [];
      const used = new Array<boolean>(100).fill(false);
      for (const { take, length, which } of steps) {
        if (take) {
          const start = blocks.take(length);
          expect(start !== undefined).toBe(longestRun(used) >= length);
          if (start === undefined) continue;
          expect(used.slice(start - 10, start - 10 + length)).toEqual(new Array(length).fill(false));
          used.fill(true, start - 10, start - 10 + length);
          taken.push({ start, length });
        } else if (taken.length > 0) {
          const [block] = taken.splice(which % taken.length, 1) as [{ start: number; length: number }];
          used.fill(false, block.start - 10, block.start - 10 + block.length);
          blocks.give(block.start, block.length);
        }
      }
      for (const { start, length } of taken) blocks.give(start, length);
      expect(blocks.take(100)).toBe(10);
      expect(blocks.take(1)).toBeUndefined();
    }),
  );
});

/** The length of the longest run of elements that are not used. */
function longestRun(used: readonly boolean[]): number {
  return Math.max(
    ...used.map((_, i) => (used.indexOf(true, i) < 0 ? used.length : used.indexOf(true, i)) - i),
  );
}

test("the shortest free block that is long enough is taken", () => {
  const blocks = new Blocks(0, 100);
  for (const length of [10, 1, 4, 1, 6, 1]) blocks.take(length);
  blocks.give(0, 10);
  blocks.give(11, 4);
  blocks.give(16, 6);
  expect([3, 5, 7].map((length) => blocks.take(length))).toEqual([11, 16, 0]);
});

test("half of 100 000 blocks are given back in a moment", () => {
  const blocks = new Blocks(0, 3_000_000);
  const starts = Array.from({ length: 100_000 }, (_, i) => blocks.take(2 + 2 * (i % 14)) as number);
  const begin = performance.now();
  for (let i = 0; i < starts.length; i += 2) blocks.give(starts[i] as number, 2 + 2 * (i % 14));
  expect(performance.now() - begin).toBeLessThan(2000); // 50 ms; a search through all free blocks takes 10 s
});
