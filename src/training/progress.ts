import type { Matrix } from "../matrix/matrix.js";
import type { RandomSnapshot } from "../random/random-state.js";

/**
 * Where a training stands after a step: plain data, which later steps leave as it is. Saved in a checkpoint
 * with the model, the optimizer and the generators, it makes `train` go on with the same bits.
 */
export interface Progress {
  /** Steps taken since the training began. */
  readonly step: number;
  /** The epoch of the next step, from 0. */
  readonly epoch: number;
  /** Batches of that epoch that are done. */
  readonly batch: number;
  /** Rows of the training data. */
  readonly rows: number;
  /** Rows of a batch. */
  readonly batchSize: number;
  /** The generator from before the epoch's order was drawn; null between epochs, or without a generator. */
  readonly order: RandomSnapshot | null;
  /** Means over the epoch's rows so far. */
  readonly means: EpochMeans;
  /** The best epoch so far; null before the first validation. */
  readonly best: BestEpoch | null;
}

/** Means over the steps of an epoch, each weighted with its rows. They are 0 before the first step. */
export interface EpochMeans {
  /** Of the loss with the penalty. */
  readonly loss: number;
  /** Of the loss without the penalty. */
  readonly dataLoss: number;
  /** Of each metric, by its name; null, which JSON has, if one was NaN or infinite. */
  readonly metrics: Readonly<Record<string, number | null>>;
}

/** The epoch with the lowest loss on the validation data. */
export interface BestEpoch {
  /** From 0. */
  readonly epoch: number;
  /** On the validation data. */
  readonly loss: number;
  /** Copies made after the epoch, if the training keeps the best; else null. */
  readonly saved: SavedModel | null;
}

/** Copies of the numbers of a model. */
export interface SavedModel {
  /** The value of each parameter, in the model's order. */
  readonly parameters: readonly Matrix[];
  /** The matrices among the model's state, by name. Generators are not among them. */
  readonly state: Readonly<Record<string, Matrix>>;
}
