/** What the benchmark, its child processes and the contenders agree on. */

/** A two-layer ReLU network with a softmax loss, trained from zero biases. */
interface Shape {
  /** Rows of a batch. */
  readonly rows: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
  readonly learningRate: number;
  /** Missing if it is trained by plain gradient descent. */
  readonly adam?: Adam;
  /** Strength of the L2 penalty on the weights; 0 for none. */
  readonly l2: number;
}

export interface Adam {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export interface NetworkJob extends Shape {
  /** Whether it is trained, or predicts a row at a time with its initial weights. */
  readonly kind: "network" | "predict";
  /** Directory of the data and the initial weights. */
  readonly data: string;
  readonly examples: number;
  /** What tells the job from its siblings: the number of points, hidden units or rows. */
  readonly size: number;
  /** Iterations before the loss is compared, or predicted rows that are. */
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
  /** Directory of the files, among them `model.onnx` if the network predicts. */
  readonly data: string;
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

/** The scores of one row of numbers, as numbers. The row has the contender's precision. */
export type Predict = (row: Float64Array | Float32Array) => ArrayLike<number> | Promise<ArrayLike<number>>;

export interface Options {
  readonly float: 32 | 64;
  readonly variant?: string;
}

/** What a file in contenders/ exports. What it leaves out, it can't do. */
export interface Contender {
  setUp?(options: Options): Promise<void>;
  network?(network: Network, options: Options): Training;
  predict?(network: Network, options: Options): Predict | Promise<Predict>;
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
  /** The loss after `checkAfter` iterations, or a checksum of predictions or of the smallest product. */
  readonly check?: number;
  /** Milliseconds of one iteration, prediction or product, by size. */
  readonly times?: Readonly<Record<number, number>>;
  /** Milliseconds that the import of the packages took. */
  readonly imported?: number;
  /** Peak memory of the process in bytes. */
  readonly peak?: number;
  /** Why there is no time. */
  readonly error?: string;
}
