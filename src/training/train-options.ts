import type { AnyTargets, Examples } from "../data/examples.js";
import type { InputsOf } from "../layers/chain-types.js";
import type { Layer } from "../layers/layer.js";
import type { Labels, LossAndGradient, LossFunction } from "../losses/loss.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RequireEqual } from "../matrix/shape-types.js";
import type { ClipOptions } from "../optimizers/clip-gradients.js";
import type { Optimizer } from "../optimizers/optimizer.js";
import type { RandomState } from "../random/random-state.js";
import type { MaxNorm } from "../regularizers/max-norm.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import type { Schedule } from "../schedules/schedule.js";
import type { Progress } from "./progress.js";

/** How good outputs are, in one number, as `accuracy` says it. A loss function does too: its loss counts. */
export type Metric<Targets> = (outputs: Matrix, targets: Targets) => number | Pick<LossAndGradient, "loss">;

/** The targets that a loss function and metrics must take: any labels, or a matrix with the same columns. */
export type TargetsLike<Targets> = Targets extends Matrix<number, infer C> ? Matrix<number, C> : Labels;

/**
 * What `train` and `fit` take.
 *
 * @typeParam Targets - the labels or the matrix in `data.y`
 * @typeParam Name - the names of the metrics
 * @typeParam Model - the model, whose columns of x those of the data must equal
 * @typeParam Features - columns of x
 */
export interface TrainOptions<
  Targets extends AnyTargets = AnyTargets,
  Name extends string = string,
  Model extends Layer = Layer,
  Features extends number = number,
> {
  /** What is trained. */
  readonly model: Model;
  /** What is made small, such as `softmaxCrossEntropy`; `data.y` says which targets it must take. */
  readonly loss: LossFunction<TargetsLike<Targets>>;
  /** Makes the steps. It changes the parameters that it was made with, all or some of the model. */
  readonly optimizer: Optimizer;
  /** What the model learns from. */
  readonly data: Examples<Targets, Features> & RequireInputs<Model, Features>;
  /** How often to go through the data, counted from the beginning of the training. */
  readonly epochs: number;
  /** Rows of a step; all rows in their order if not given. The last batch of an epoch may have fewer. */
  readonly batchSize?: number | undefined;
  /** Whether to leave out the last batch of an epoch if it has fewer rows; false if not given. */
  readonly dropLast?: boolean | undefined;
  /**
   * Shuffles the rows at the beginning of each epoch, with one permutation. They stay in their order if it is
   * not given. It needs `batchSize`.
   */
  readonly random?: RandomState | undefined;
  /** Each adds its penalty to the loss, and its gradient to that of the model's parameters. */
  readonly regularizers?: readonly Regularizer[] | undefined;
  /** The learning rate of each step, from 0. That of the optimizer stays as it is if not given. */
  readonly schedule?: Schedule | undefined;
  /** How `clipGradients` makes the gradients smaller, after the penalties and before the step. */
  readonly clip?: ClipOptions | undefined;
  /** Shortens the weights that the optimizer changes after each step. */
  readonly maxNorm?: MaxNorm | undefined;
  /** What to report besides the loss, by a name, such as `{ accuracy }` or `{ meanSquaredError, r2 }`. */
  readonly metrics?: Readonly<Record<Name, Metric<TargetsLike<Targets>>>> | undefined;
  /** What the model is tried on after each epoch, and never learns from. */
  readonly validation?: Examples<TargetsLike<Targets>, Features> | undefined;
  /**
   * Whether to leave the model, however the training ends, as it was after the epoch with the lowest loss on
   * `validation`; false if not given.
   */
  readonly keepBest?: boolean | undefined;
  /** After how many epochs without a lower loss on `validation` to stop; never if not given. */
  readonly patience?: number | undefined;
  /** Goes on from there instead of the beginning. */
  readonly from?: Progress | undefined;
}

/** `unknown` if the model takes as many columns, else a {@link ShapeMismatch}. */
type RequireInputs<Model, Features extends number> = RequireEqual<
  Features,
  InputsOf<Model>,
  `x has ${Features} columns, the model takes ${InputsOf<Model>}`
>;
