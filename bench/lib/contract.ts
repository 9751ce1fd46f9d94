/** What the benchmark, its child processes and the contenders agree on. */

/** A two-layer ReLU network with a softmax loss, trained by gradient descent from zero biases. */
interface Shape {
  /** Rows of a batch. */
  readonly rows: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
  readonly learningRate: number;
  /** Strength of the L2 penalty on the weights; 0 for none. */
  readonly l2: number;
}

export interface NetworkJob extends Shape {
  readonly kind: "network";
  /** Directory of the data and the initial weights. */
  readonly data: string;
  readonly examples: number;
  /** What tells the job from its siblings: the number of points, hidden units or rows. */
  readonly size: number;
  /** Iterations before the loss is compared. */
  readonly checkAfter: number;
}

/** Products of two square matrices. */
export interface ProductJob {
  readonly kind: "product";
  readonly data: string;
  readonly sizes: readonly number[];
}

export type Job = NetworkJob | ProductJob;

/** A network as a contender gets it; arrays are row by row. */
export interface Network extends Shape {
  readonly batches: readonly { readonly x: Float64Array; readonly y: Int32Array }[];
  readonly w1: Float64Array;
  readonly w2: Float64Array;
}

export interface Training {
  /**
   * Trains on the next batch and returns the loss before the update; undefined if the contender computes
   * none.
   */
  step(): number | undefined;
}

export interface Options {
  readonly float: 32 | 64;
  readonly variant?: string;
}

/** What a file in contenders/ exports. What it leaves out, it can't do. */
export interface Contender {
  setUp?(options: Options): Promise<void>;
  network?(network: Network, options: Options): Training;
  /** A function that multiplies and returns a way to read the result. */
  product?(
    n: number,
    left: Float64Array,
    right: Float64Array,
    options: Options,
  ): () => () => ArrayLike<number>;
}

/** Milliseconds of warm-up, then of timing. */
export interface Pace {
  readonly warmUp: number;
  readonly duration: number;
}

/** What a child process gets, as JSON. */
export interface Task extends Options {
  readonly file: string;
  readonly packages: readonly string[];
  readonly job: Job;
  readonly check: boolean;
  /** Missing if nothing is timed. */
  readonly pace?: Pace;
}

/** What a child process prints, as one line of JSON. */
export interface Answer {
  /** The loss after `checkAfter` iterations, or a checksum of the smallest product. */
  readonly check?: number;
  /** Milliseconds of one iteration or product, by size. */
  readonly times?: Readonly<Record<number, number>>;
  /** Milliseconds that the import of the packages took. */
  readonly imported?: number;
  /** Peak memory of the process in bytes. */
  readonly peak?: number;
  /** Why there is no time. */
  readonly error?: string;
}
