import type { Progress } from "./progress.js";

/**
 * A step of a training, as `train` yields it after the optimizer has made it.
 *
 * @typeParam Name - the names of the metrics
 */
export interface TrainingStep<Name extends string = string> {
  /** Which step of the training this was, from 0. */
  readonly step: number;
  /** The epoch that it belonged to, from 0. */
  readonly epoch: number;
  /** The loss of its batch before the step, with the penalty of the regularizers. */
  readonly loss: number;
  /** The loss of its batch alone. */
  readonly dataLoss: number;
  /** The penalty alone; 0 without regularizers. */
  readonly penalty: number;
  /** What the optimizer stepped with. */
  readonly learningRate: number;
  /** From where a resumed training goes on. Later steps leave it as it is. */
  readonly progress: Progress;
  /** How the epoch went, if this was its last step; else undefined. */
  readonly epochEnd: EpochEnd<Name> | undefined;
}

/**
 * How an epoch went.
 *
 * @typeParam Name - the names of the metrics
 */
export interface EpochEnd<Name extends string = string> {
  /** The mean of the loss with the penalty over the epoch's steps, each weighted with its rows. */
  readonly loss: number;
  /** The same mean without the penalty. */
  readonly dataLoss: number;
  /**
   * The means of the metrics over the epoch's steps, each weighted with its rows: of the outputs from which
   * the steps were made, so by a model that still learned. NaN if a metric of a step was NaN or infinite.
   */
  readonly metrics: Readonly<Record<Name, number>>;
  /** How well the model predicts the validation data after the epoch; undefined if there are none. */
  readonly validation: Validation<Name> | undefined;
  /** Whether the loss on the validation data is lower than after every epoch before. */
  readonly isBest: boolean;
}

/**
 * How well a model predicts data that it is not trained on.
 *
 * @typeParam Name - the names of the metrics
 */
export interface Validation<Name extends string = string> {
  /** The loss of all rows, without a penalty. */
  readonly loss: number;
  /** The metrics of all rows. */
  readonly metrics: Readonly<Record<Name, number>>;
}
