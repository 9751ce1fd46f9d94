import type { AnyTargets, Examples } from "../data/examples.js";
import type { Layer } from "../layers/layer.js";
import type { LossFunction } from "../losses/loss.js";
import type { Optimizer } from "../optimizers/optimizer.js";
import type { RandomState } from "../random/random-state.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import type { Progress } from "./progress.js";
import type { Metric } from "./train-options.js";

/** The options of a training, with what they are if not given. */
export interface Plan {
  /** `train` or `fit`, for messages. */
  readonly operation: string;
  readonly model: Layer;
  readonly loss: LossFunction<AnyTargets>;
  readonly optimizer: Optimizer;
  readonly data: Examples<AnyTargets>;
  readonly epochs: number;
  /** Undefined for all rows as they are. */
  readonly batchSize: number | undefined;
  readonly dropLast: boolean;
  readonly random: RandomState | undefined;
  readonly regularizers: readonly Regularizer[];
  readonly schedule: ((step: number) => number) | undefined;
  readonly metrics: Readonly<Record<string, Metric<AnyTargets>>>;
  readonly validation: Examples<AnyTargets> | undefined;
  readonly keepBest: boolean;
  /** Infinity if it never runs out. */
  readonly patience: number;
  readonly from: Progress | undefined;
}
