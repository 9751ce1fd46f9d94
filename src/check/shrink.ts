import { Matrix } from "../index.js";
import { type Draw, type Numbers, resized, type Size } from "./draw.js";

/** An input that shows a difference. */
export interface Shown {
  readonly size: Size;
  readonly numbers: Numbers;
}

/** How often an input is made simpler, at most. */
const TRIES = 300;

/** What numbers may become, the simplest first. */
const SIMPLER: readonly ((value: number, row: number, col: number, cols: number) => number)[] = [
  () => 0,
  () => 1,
  (_, row, col, cols) => row * cols + col + 1,
  (value) => Math.round(value),
  (value) => Math.round(value * 10) / 10,
];

/**
 * A smaller and simpler input that shows the same: fewer rows and columns first, then simpler numbers.
 *
 * @param retry - the input made of these numbers, if it shows the same
 */
export function shrink<S extends Shown>(first: S, retry: (size: Size, draw: Draw) => S | undefined): S {
  let best = first;
  let tries = TRIES;
  const accept = (size: Size, draw: Draw): boolean => {
    const next = tries-- > 0 ? retry(size, draw) : undefined;
    best = next ?? best;
    return next !== undefined;
  };
  const kept: Draw = (name, rows, cols) => {
    const numbers = best.numbers[name];
    return numbers ? resized(numbers, rows, cols) : Matrix.full(rows, cols, 1);
  };

  /** Whether a side could be made smaller. */
  const shorten = (side: number): boolean => {
    const length = best.size[side] as number;
    const shorter = [1, 2, length >> 1, length - 1].filter((n) => n > 0 && n < length);
    return shorter.some((n) => accept(withSide(best.size, side, n), kept));
  };
  const simplify = (name: string): boolean => {
    return SIMPLER.some((simpler) => {
      const before = best.numbers[name] as Matrix;
      const after = before.map((value, i, j) => simpler(value, i, j, before.cols));
      if (after.equals(before)) return true;
      return accept(best.size, (each, rows, cols) => (each === name ? after : kept(each, rows, cols)));
    });
  };
  while ([0, 1, 2].map(shorten).some(Boolean));
  for (const name of Object.keys(best.numbers)) simplify(name);
  while ([0, 1, 2].map(shorten).some(Boolean));
  return best;
}

function withSide(size: Size, side: number, length: number): Size {
  return size.map((each, i) => (i === side ? length : each)) as unknown as Size;
}
