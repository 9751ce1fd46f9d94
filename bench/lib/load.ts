import type { NetworkJob } from "./job.js";
import { readNumbers } from "./numbers.js";
import type { Network } from "./problem.js";

/** The network of a job with its data, cut into batches before anything is timed; rows that fill no batch are left out. */
export function loadNetwork(job: NetworkJob): Network {
  const { data, rows, inputs } = job;
  const x = readNumbers(data, "x");
  const y = Int32Array.from(readNumbers(data, "y"));
  const batches = Array.from({ length: Math.floor(job.examples / rows) }, (_, i) => ({
    x: x.subarray(i * rows * inputs, (i + 1) * rows * inputs),
    y: y.subarray(i * rows, (i + 1) * rows),
  }));
  return { ...job, batches, w1: readNumbers(data, "w1"), w2: readNumbers(data, "w2") };
}

/** The two operands of a square product. */
export function loadOperands(data: string, n: number): { left: Float64Array; right: Float64Array } {
  return {
    left: readNumbers(data, "left").slice(0, n * n),
    right: readNumbers(data, "right").slice(0, n * n),
  };
}
