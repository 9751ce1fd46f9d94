/** A network to train, as the children are told of it; the numbers are in the files of a directory. */
export interface NetworkJob {
  readonly kind: "network";
  readonly data: string;
  readonly examples: number;
  /** Rows of a batch. */
  readonly rows: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
  readonly learningRate: number;
  readonly l2: number;
}

/** Square products of these sizes. */
export interface ProductJob {
  readonly kind: "product";
  readonly data: string;
  readonly sizes: readonly number[];
}

export type Job = NetworkJob | ProductJob;
export type JobName = "A" | "B" | "C";

const CLASSES = 3;

/** Job A, and its like with other numbers of points and hidden units: full batches of the spiral. */
export function spiralJob(points: number, hidden: number): NetworkJob {
  return {
    kind: "network",
    data: `spiral-${points}-${hidden}`,
    examples: points,
    rows: points,
    inputs: 2,
    hidden,
    classes: CLASSES,
    learningRate: 1,
    l2: 1e-3,
  };
}

/** Job B, and its like with another batch. */
export function digitsJob(rows: number): NetworkJob {
  return {
    kind: "network",
    data: "digits",
    examples: 10_000,
    rows,
    inputs: 784,
    hidden: 128,
    classes: 10,
    learningRate: 0.1,
    l2: 0,
  };
}

export const SIZES: readonly number[] = [64, 128, 256, 512, 1024];

/** Small enough to prove in no time that it works. */
export const QUICK_PRODUCTS: ProductJob = { kind: "product", data: "uniform", sizes: [64] };

export const JOBS: Readonly<Record<JobName, Job>> = {
  A: spiralJob(300, 100),
  B: digitsJob(64),
  C: { kind: "product", data: "uniform", sizes: SIZES },
};
