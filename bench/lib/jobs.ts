import { join } from "node:path";
import type { Job, NetworkJob } from "./contract.js";
import { CACHE } from "./paths.js";

/** Full batches of the spiral; the case study has 300 points and 100 hidden units. */
function spiral(points: number, hidden: number, size: number): NetworkJob {
  return {
    kind: "network",
    size,
    data: join(CACHE, "data", `spiral-${points}-${hidden}`),
    examples: points,
    rows: points,
    inputs: 2,
    hidden,
    classes: 3,
    learningRate: 1,
    l2: 1e-3,
    checkAfter: points > 3000 ? 10 : 100,
  };
}

function digits(rows: number, rest: Partial<NetworkJob> = {}): NetworkJob {
  return {
    kind: "network",
    size: rows,
    data: join(CACHE, "data", "digits"),
    examples: 10_000,
    rows,
    inputs: 784,
    hidden: 128,
    classes: 10,
    learningRate: 0.1,
    l2: 0,
    checkAfter: 100,
    ...rest,
  };
}

export const PRODUCTS: readonly number[] = [64, 128, 256, 512, 1024];
export const POINTS: readonly number[] = [300, 3000, 30_000, 300_000];

/**
 * What `--jobs` chooses from: the jobs, and how the networks' cost grows with points, hidden units and the
 * batch.
 */
export const JOBS = {
  A: [spiral(300, 100, 300)],
  B: [digits(64)],
  C: [{ kind: "product", data: join(CACHE, "data", "uniform"), sizes: PRODUCTS }],
  D: [digits(64, { learningRate: 0.001, adam: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } })],
  E: [digits(1, { kind: "predict", data: join(CACHE, "data", "digits-predict"), examples: 1000 })],
  F: [digits(1)],
  points: POINTS.map((n) => spiral(n, 100, n)),
  hidden: [10, 30, 100, 300, 1000].map((n) => spiral(300, n, n)),
  batch: [1, 4, 16, 64, 256, 1024].map((rows) => digits(rows)),
} as const satisfies Record<string, readonly Job[]>;

export type Group = keyof typeof JOBS;
