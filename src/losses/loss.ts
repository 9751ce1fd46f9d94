import type { Matrix } from "../matrix/matrix.js";

/** A loss and its gradient with respect to the scores that it was computed from. */
export interface LossAndGradient<R extends number = number, C extends number = number> {
  /** The mean over the rows. */
  readonly loss: number;
  /** dL/dscores, of the shape of the scores. */
  readonly gradient: Matrix<R, C>;
}

/** A loss of some scores, with its gradient. */
export type Loss = (scores: Matrix) => LossAndGradient;
