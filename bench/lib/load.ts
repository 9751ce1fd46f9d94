import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Network, NetworkJob } from "./contract.js";

/** A job's network with its data, cut into batches. Rows that fill no batch are left out. */
export function loadNetwork(job: NetworkJob): Network {
  const { data, rows, inputs } = job;
  const x = read(data, "x");
  const y = Int32Array.from(read(data, "y"));
  const batches = Array.from({ length: Math.floor(job.examples / rows) }, (_, i) => ({
    x: x.subarray(i * rows * inputs, (i + 1) * rows * inputs),
    y: y.subarray(i * rows, (i + 1) * rows),
  }));
  return { ...job, batches, w1: read(data, "w1"), w2: read(data, "w2") };
}

/** An operand of a square product. */
export function loadOperand(data: string, name: "left" | "right", n: number): Float64Array {
  return read(data, name).slice(0, n * n);
}

function read(data: string, name: string): Float64Array {
  const { buffer, byteOffset, byteLength } = readFileSync(join(data, name));
  return new Float64Array(buffer, byteOffset, byteLength / 8);
}
