/** Some rows of the data, and their labels. */
export interface Batch {
  readonly x: Float64Array;
  readonly y: Int32Array;
}

/** A two-layer ReLU network with a softmax loss to train, batch after batch, from given weights and biases of 0. */
export interface Network {
  readonly rows: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly classes: number;
  readonly learningRate: number;
  /** Strength of the L2 penalty; 0 for none. */
  readonly l2: number;
  readonly batches: readonly Batch[];
  /** inputs x hidden */
  readonly w1: Float64Array;
  /** hidden x classes */
  readonly w2: Float64Array;
}

/** A network that can be trained. */
export interface Training {
  /** One iteration on the next batch; returns its loss before the step, unless the contender does not compute one. */
  step(): number | undefined;
  /** The loss that the next step would start from; for those whose step does not tell. */
  loss?(): number;
}

/** A product of two square matrices that can be computed again and again. */
export interface Product {
  run(): void;
  result(): ArrayLike<number>;
}

/** What a contender is told about itself. */
export interface Options {
  readonly precision: 32 | 64;
  readonly variant?: string;
}

/** What a file in contenders/ exports; what is missing it can't do. */
export interface Contender {
  setUp?(options: Options): Promise<void>;
  network?(network: Network, options: Options): Training;
  product?(n: number, left: Float64Array, right: Float64Array, options: Options): Product;
}
