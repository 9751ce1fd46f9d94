/** Trains one model for long, in a process of its own, and tells how much memory it had; needs node --expose-gc. */
import { network } from "./contenders/spiralnet.js";
import type { NetworkJob } from "./lib/job.js";
import { loadNetwork } from "./lib/load.js";
import type { MemoryRun, MemorySample } from "./lib/memory-run.js";
import { peakMemory } from "./lib/peak-memory.js";

const SAMPLES = 20;
const { job, iterations } = JSON.parse(process.argv[2]) as { job: NetworkJob; iterations: number };

const gc = globalThis.gc as () => void;
gc();
const before = process.memoryUsage.rss();
const training = network(loadNetwork(job));
const samples: MemorySample[] = [];
for (let i = 1; i <= iterations; i++) {
  training.step();
  if (i % Math.ceil(iterations / SAMPLES) !== 0) continue;
  // Buffers are freed a little after the matrices that held them.
  gc();
  await new Promise((resolve) => setTimeout(resolve, 10));
  gc();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  samples.push({ iteration: i, heap: heapUsed, arrays: arrayBuffers, resident: rss });
}
const run: MemoryRun = {
  points: job.rows,
  hidden: job.hidden,
  iterations,
  live: live(job),
  before,
  peak: peakMemory(),
  samples,
};
console.log(JSON.stringify(run));

function live({ rows, inputs, hidden, classes }: NetworkJob): number {
  const parameters = inputs * hidden + hidden + hidden * classes + classes;
  const activations = rows * (hidden + hidden + classes);
  return 8 * (rows * inputs + 2 * (parameters + activations)) + 4 * rows;
}
