import { checkShare } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import type { Softmax } from "../kernels/plain/softmax.js";
import { softmaxRows } from "../kernels/softmax.js";
import { sumOfLogs } from "../kernels/sum-of-logs.js";
import { resemblesMatrix } from "../matrix/check-stored.js";
import { Matrix } from "../matrix/matrix.js";
import type { RequireSameShape } from "../matrix/shape-types.js";
import { checkScores } from "./check-scores.js";
import { checkProbabilities, checkWeights } from "./check-targets.js";
import type { Labels, LossAndGradient } from "./loss.js";
import { type SoftmaxCrossEntropyOptions, weightedCrossEntropy } from "./weighted-cross-entropy.js";

/**
 * The softmax classifier's loss, the mean of Lᵢ = log Σₖ exp(sᵢₖ) − sᵢᵧ over the N rows, with y the label of row
 * i, and its gradient, dL/ds = (p − 1(y)) / N with p the {@link softmax} of the scores.
 *
 * The row's largest score m is subtracted first, Lᵢ = (m − sᵢᵧ) + log Σₖ exp(sᵢₖ − m), so no exponential
 * overflows. The loss of a row that is almost certain keeps its digits: it is e⁻⁵⁰, not 0, for scores of 50 and
 * 0. No rows have loss 0.
 *
 * Targets may be probabilities instead: a matrix q of the shape of the scores. Then Lᵢ = Σⱼ qᵢⱼ (log Σₖ exp(sᵢₖ) −
 * sᵢⱼ). As in PyTorch, the rows of q need not sum to 1: a row that sums to 2 counts twice.
 *
 * Class weights w and label smoothing are PyTorch's too: class j's term is multiplied by wⱼ. With labels the loss
 * is the weighted mean, Σᵢ w(yᵢ) Lᵢ / Σᵢ w(yᵢ), or 0 if all labels weigh 0 (NaN in PyTorch); with probabilities
 * the sum is divided by N.
 *
 * @param scores - s, one example a row, one class a column
 * @param targets - y, the right column of each row; or q, the probability of each class
 * @throws ShapeError unless there is one label for each row and one class weight for each column, or if the
 * probabilities have another shape than the scores; RangeError if a label is not an integer from 0 to the columns
 * less 1, if a score is NaN or infinite, if a probability, a weight or the smoothing is out of its range, or if
 * scores lie so far apart that the loss is no finite number; TypeError if a label is not a number
 * @see {@link https://cs231n.github.io/linear-classify/#softmax-classifier | cs231n, softmax classifier}
 * @see {@link https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html | PyTorch, CrossEntropyLoss}
 * @example
 * ```ts
 * import { Matrix, softmaxCrossEntropy } from "spiralnet";
 *
 * const { loss, gradient } = softmaxCrossEntropy(Matrix.zeros(1, 4), [2]);
 * loss; // ≈ 1.3862944
 * gradient; // => [[0.25, 0.25, -0.75, 0.25]]
 *
 * // Half of the examples are of class 1, half of the others of class 3.
 * const q = Matrix.fromRows([[0, 0.5, 0, 0.5]]);
 * softmaxCrossEntropy(Matrix.zeros(1, 4), q).gradient;
 * // => [[0.25, -0.25, 0.25, -0.25]]
 * softmaxCrossEntropy(Matrix.zeros(1, 4), [2], { labelSmoothing: 0.5 }).gradient;
 * // => [[0.125, 0.125, -0.375, 0.125]]
 * ```
 */
export function softmaxCrossEntropy<
  R extends number,
  C extends number,
  Targets extends Labels | Matrix = Labels,
>(
  scores: Matrix<R, C>,
  targets: Targets & RequireSameShape<Matrix<R, C>, Targets>,
  options: SoftmaxCrossEntropyOptions = {},
): LossAndGradient<R, C> {
  const isSoft = resemblesMatrix(targets);
  if (isSoft) checkProbabilities(OPERATION, scores, targets, "scores");
  else checkScores(OPERATION, scores, targets);
  checkOptions(OPERATION, options, ["labelSmoothing", "classWeights"]);
  const { labelSmoothing = 0, classWeights } = options;
  checkShare(`${OPERATION}: labelSmoothing`, labelSmoothing);
  if (classWeights !== undefined) checkWeights(OPERATION, "classWeights", classWeights, scores);

  const softmax = softmaxRows(scores);
  const isPlain = !isSoft && labelSmoothing === 0 && classWeights === undefined;
  const plain = isPlain ? plainCrossEntropy(scores, targets, softmax) : undefined;
  return (plain ?? weightedCrossEntropy(scores, targets, options, softmax)) as LossAndGradient<R, C>;
}

/** The loss of labels without options; undefined if there are no rows, or if the sum over them overflows. */
function plainCrossEntropy(
  { rows, cols, data: s }: Matrix,
  labels: Labels,
  { probs, max, rest }: Softmax,
): LossAndGradient | undefined {
  // L = Σ (max - s_y) + log(1 + rest), over N
  let gaps = 0;
  for (let i = 0; i < rows; i++) gaps += (max[i] as number) - (s[i * cols + (labels[i] as number)] as number);
  const loss = (gaps + sumOfLogs(rest)) / rows;
  if (!(loss < Infinity)) return undefined;

  // dL/ds = (p - 1(y)) / N
  for (let i = 0; i < rows; i++) {
    const right = i * cols + (labels[i] as number);
    probs[right] = (probs[right] as number) - 1;
  }
  for (let i = 0; i < probs.length; i++) probs[i] = (probs[i] as number) / rows;
  return { loss, gradient: new Matrix(rows, cols, probs) };
}

const OPERATION = "softmaxCrossEntropy";
