import type { Attempt } from "./attempt.js";
import { type Draw, drawFrom, resized, type Size } from "./draw.js";

/** How often an input is made simpler, at most. */
const TRIES = 300;

/** What numbers may become, the simplest first. */
const SIMPLER: readonly ((value: number, row: number, col: number, cols: number) => number)[] = [
  () => 0,
  () => 1,
  (_, row, col, cols) => row * cols + col + 1,
  Math.sign,
  Math.round,
];

/**
 * A smaller and simpler input that shows the same: fewer rows and columns first, then simpler numbers.
 *
 * @param retry - what comes of these numbers, if it is the same
 */
export function shrink(first: Attempt, retry: (size: Size, draw: Draw) => Attempt | undefined): Attempt {
  let best = first;
  let tries = TRIES;
  const accept = (size: Size, draw: Draw): boolean => {
    const next = tries-- > 0 ? retry(size, draw) : undefined;
    best = next ?? best;
    return next !== undefined;
  };
  /** Whether a side could be made smaller. */
  const shorten = (side: number): boolean => {
    const length = best.size[side] as number;
    const shorter = [1, 2, length - 1].filter((n) => n > 0 && n < length);
    return shorter.some((n) => {
      const { numbers, size } = best;
      const kept: Draw = (name, rows, cols) => resized(drawFrom(numbers)(name, rows, cols), rows, cols);
      return accept(size.map((each, i) => (i === side ? n : each)) as unknown as Size, kept);
    });
  };
  const shortenAll = () => {
    while ([0, 1, 2].map(shorten).some(Boolean));
  };
  shortenAll();
  for (const name of Object.keys(best.numbers)) {
    SIMPLER.some((simpler) => {
      const { numbers, size } = best;
      const before = numbers[name] as (typeof numbers)[string];
      const after = before.map((value, i, j) => simpler(value, i, j, before.cols));
      return after.equals(before) || accept(size, drawFrom({ ...numbers, [name]: after }));
    });
  }
  shortenAll();
  return best;
}
