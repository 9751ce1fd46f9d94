import { median } from "./measure.js";

/*
 * A busy neighbour, even on the other thread of the same core, takes a third of the speed, and not equally
 * from every contender. The time of a loop tells whether there is one.
 */
const TURNS = 1_500_000;
/** Quiet is at most this times the fastest turn so far. */
const TOLERANCE = 1.15;
const PAUSE = 100;

const numbers = new Float64Array(64).fill(1);
const waits: boolean[] = [];
let best = Number.POSITIVE_INFINITY;

/** Waits until nothing slows this processor down, for `longest` ms at most. */
export function waitForQuiet(longest: number): void {
  if (waits.length === 0) for (let i = 0; i < 100; i++) probe();
  const start = performance.now();
  let quiet = isQuiet();
  while (!quiet && performance.now() - start < longest) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    quiet = isQuiet();
  }
  waits.push(quiet);
}

/** The share of the waits that ended in quiet. */
export function quietShare(): number {
  return waits.filter((quiet) => quiet).length / waits.length;
}

function isQuiet(): boolean {
  return median(Array.from({ length: 5 }, probe)) <= TOLERANCE * best;
}

/** Milliseconds of the loop. */
function probe(): number {
  const start = performance.now();
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < TURNS; i++) {
    a += numbers[i & 63];
    b += numbers[(i + 1) & 63];
    c += numbers[(i + 2) & 63];
    d += numbers[(i + 3) & 63];
  }
  const time = performance.now() - start;
  // Uses the sums, so that the loop is not left out.
  if (a + b + c + d !== 4 * TURNS) throw new Error("the loop does not add up");
  best = Math.min(best, time);
  return time;
}
