import { checkBoolean } from "../errors/kind.js";
import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import type { Matrix } from "../matrix/matrix.js";
import { checkScores } from "./check-scores.js";
import { checkWeights } from "./check-targets.js";
import type { Labels, LossAndGradient } from "./loss.js";
import { type ReductionOptions, reduceLosses } from "./reduction.js";

/** Which form of the multiclass SVM's loss {@link hinge} takes. */
export interface HingeOptions extends ReductionOptions {
  /** Δ, at least 0: by how much the label's score should exceed the others; 1 if not given. */
  readonly margin?: number | undefined;
  /** Whether each term is squared, as in PyTorch with p = 2; false if not given. */
  readonly squared?: boolean | undefined;
  /** w, a weight of at least 0 for each class; all 1 if not given. */
  readonly classWeights?: ArrayLike<number> | undefined;
}

/**
 * The multiclass SVM's loss, the mean of Lᵢ = 1/C Σⱼ max(0, sᵢⱼ − sᵢᵧ + Δ) over the rows, with j over the classes other
 * than the label y of row i. Each term above 0 adds 1 / (N C) to the gradient of sᵢⱼ and takes it from that of sᵢᵧ; at
 * 0, where a term has no slope, 0 is taken.
 *
 * The division by the number of classes C is PyTorch's. The cs231n notes don't divide: take `sumColumns: true` for
 * their loss. With class weights Lᵢ is multiplied by w(yᵢ); as in PyTorch, the sum over the rows is still divided by
 * their number. No rows have loss 0.
 *
 * @param scores - s, one example a row, one class a column
 * @param labels - y, the right column of each row
 * @throws ShapeError unless there is one label for each row and one class weight for each column; RangeError if a
 * label is not an integer from 0 to the columns less 1, if a score is NaN or infinite, if the margin or a weight is
 * negative, or if scores lie so far apart that a term is no finite number; TypeError if a label is not a number
 * @see {@link https://cs231n.github.io/linear-classify/#multiclass-support-vector-machine-loss | cs231n, multiclass SVM}
 * @see {@link https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html | PyTorch, MultiMarginLoss}
 * @example
 * ```ts
 * import { hinge, Matrix } from "spiralnet";
 *
 * const scores = Matrix.fromRows([[13, -7, 11, 12.5]]);
 * const { loss, gradient } = hinge(scores, [0]);
 * loss; // => 0.125
 * gradient; // => [[-0.25, 0, 0, 0.25]]
 * hinge(scores, [0], { margin: 10, sumColumns: true }).loss; // => 17.5
 * ```
 */
export function hinge<R extends number, C extends number>(
  scores: Matrix<R, C>,
  labels: Labels,
  options: HingeOptions = {},
): LossAndGradient<R, C> {
  checkScores("hinge", scores, labels);
  checkOptions("hinge", options, ["sumColumns", "margin", "squared", "classWeights"]);
  const { margin = 1, squared = false, classWeights } = options;
  checkNonNegative("hinge: margin", margin);
  checkBoolean("hinge: squared", squared);
  if (classWeights !== undefined) checkWeights("hinge", "classWeights", classWeights, scores);

  const { rows, cols, data: s } = scores;
  const losses = new Float64Array(s.length);
  const slopes = new Float64Array(s.length);
  for (let i = 0; i < rows; i++) {
    const y = labels[i] as number;
    const right = i * cols + y;
    const w = classWeights === undefined ? 1 : (classWeights[y] as number);
    for (let o = i * cols; o < (i + 1) * cols; o++) {
      const term = (s[o] as number) - (s[right] as number) + margin;
      if (o === right || !(w * term > 0)) continue;
      losses[o] = squared ? w * term * term : w * term;
      const slope = squared ? 2 * w * term : w;
      slopes[o] = slope;
      slopes[right] = (slopes[right] as number) - slope;
    }
  }
  return reduceLosses("hinge", scores, losses, slopes, options);
}
