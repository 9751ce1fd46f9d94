import { median } from "./statistics.js";

/** How long to run before the clock counts, and how long to count; in ms. */
export interface Pace {
  readonly warmUp: number;
  readonly duration: number;
}

const CHUNK = 20;
const FEWEST = 3;
/** After so many calls, results are in memory that the process has had before, which is faster. */
const FEWEST_TO_WARM_UP = 8;
/** Calls that take longer than this, in ms, are not repeated. */
const LONG = 1000;

/**
 * Milliseconds that one call takes: the median over chunks of about 20 ms. `between` is called before each chunk. A long call
 * is not repeated.
 */
export function measure(
  call: () => void,
  { warmUp, duration }: Pace,
  between: () => void = () => {},
): number {
  const start = performance.now();
  let warm = 0;
  let elapsed = 0;
  do {
    call();
    warm++;
    elapsed = performance.now() - start;
  } while (elapsed < warmUp || (warm < FEWEST_TO_WARM_UP && elapsed / warm < LONG));
  const guess = elapsed / warm;

  const length = Math.max(1, Math.round(CHUNK / guess));
  const fewest = guess > LONG ? 1 : FEWEST;
  const times: number[] = [];
  for (let total = 0; total < duration || times.length < fewest; ) {
    between();
    const began = performance.now();
    for (let i = 0; i < length; i++) call();
    const time = performance.now() - began;
    times.push(time / length);
    total += time;
  }
  return median(times);
}
