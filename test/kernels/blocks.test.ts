import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Blocks } from "../../src/kernels/wasm/blocks.js";

test("blocks that are taken never overlap, and all of them given back make the range whole again", () => {
  const actions = fc.array(
    fc.record({ take: fc.boolean(), length: fc.integer({ min: 1, max: 30 }), which: fc.nat() }),
  );
  fc.assert(
    fc.property(actions, (steps) => {
      const blocks = new Blocks(10, 110);
      const taken: { start: number; length: number }[] = [];
      for (const { take, length, which } of steps) {
        if (take) {
          const start = blocks.take(length);
          if (start === undefined) continue;
          expect(start).toBeGreaterThanOrEqual(10);
          expect(start + length).toBeLessThanOrEqual(110);
          for (const other of taken) {
            expect(start + length <= other.start || other.start + other.length <= start).toBe(true);
          }
          taken.push({ start, length });
        } else if (taken.length > 0) {
          const [block] = taken.splice(which % taken.length, 1);
          if (block) blocks.give(block.start, block.length);
        }
      }
      for (const { start, length } of taken) blocks.give(start, length);
      expect(blocks.take(100)).toBe(10);
      expect(blocks.take(1)).toBeUndefined();
    }),
  );
});
