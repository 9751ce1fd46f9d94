import { readFileSync } from "node:fs";
import type { Pace } from "./contract.js";

/** The clock counts in chunks of about this many ms. */
const CHUNK = 20;
const FEWEST_CHUNKS = 3;
/** The first results of several megabytes lie in memory that is new to the process, which is slower. */
const FEWEST_WARM_UPS = 8;

/** Milliseconds of one call, which may be asynchronous: the median over chunks. */
export async function measure(call: () => unknown, { warmUp, duration }: Pace): Promise<number> {
  const start = performance.now();
  let calls = 0;
  let elapsed = 0;
  // A call of a second or more gets no further warm-up.
  do {
    const result = call();
    if (result instanceof Promise) await result;
    calls++;
    elapsed = performance.now() - start;
  } while (elapsed < warmUp || (calls < FEWEST_WARM_UPS && elapsed < 1000 * calls));
  const length = Math.max(1, Math.round((CHUNK * calls) / elapsed));
  const fewest = elapsed > 1000 * calls ? 1 : FEWEST_CHUNKS;
  const times: number[] = [];
  for (let total = 0; total < duration || times.length < fewest; ) {
    const began = performance.now();
    for (let i = 0; i < length; i++) {
      const result = call();
      if (result instanceof Promise) await result;
    }
    const time = performance.now() - began;
    times.push(time / length);
    total += time;
  }
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The most memory that this process has had, in bytes. On Linux `maxRSS` counts the parent's memory at the
 * fork, too; VmHWM does not.
 */
export function peakMemory(): number {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return 1024 * Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}
