import { median } from "./statistics.js";

/*
 * What else a processor does, even if only on the other thread of the same core, makes a third of the speed go, and not the same for every
 * contender. A loop tells whose time is known when nothing else runs.
 */
const TURNS = 1_500_000;
const TO_BEGIN_WITH = 100;
const TRIES = 5;
const TOLERANCE = 1.15;
const PAUSE = 100;

const numbers = new Float64Array(64).fill(1);
/** Whether each wait ended in quiet. */
const waits: boolean[] = [];
let best = Number.POSITIVE_INFINITY;

/** Waits until nothing slows this processor down, for `longest` ms at most. */
export function waitForQuiet(longest: number): void {
  if (waits.length === 0) for (let i = 0; i < TO_BEGIN_WITH; i++) probe();
  const start = performance.now();
  let quiet = isQuiet();
  while (!quiet && performance.now() - start < longest) {
    // Everything here waits for processes, so there is nothing to hold up.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    quiet = isQuiet();
  }
  waits.push(quiet);
}

/** The share of the waits that ended with nothing else running. */
export function quietShare(): number {
  return waits.filter((quiet) => quiet).length / waits.length;
}

function isQuiet(): boolean {
  return median(Array.from({ length: TRIES }, probe)) <= TOLERANCE * best;
}

/** Milliseconds of the loop. */
function probe(): number {
  const start = performance.now();
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < TURNS; i++) {
    s0 += numbers[i & 63];
    s1 += numbers[(i + 1) & 63];
    s2 += numbers[(i + 2) & 63];
    s3 += numbers[(i + 3) & 63];
  }
  const time = performance.now() - start;
  if (s0 + s1 + s2 + s3 !== 4 * TURNS) throw new Error("the loop does not add up");
  best = Math.min(best, time);
  return time;
}
