import { median } from "./statistics.js";

/** How long to run before the clock counts, and how long to count; in ms. */
export interface Pace {
  readonly warmUp: number;
  readonly duration: number;
}

const CHUNK = 20;
const FEWEST = 3;

/**
 * Milliseconds that one call takes: the median over chunks of about 20 ms. `between` is called before each chunk. A call of more than a
 * second is not repeated.
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
  } while (elapsed < warmUp);
  const guess = elapsed / warm;

  const length = Math.max(1, Math.round(CHUNK / guess));
  const fewest = guess > 1000 ? 1 : FEWEST;
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
