import { softmaxRows } from "../kernels/softmax.js";
import { sumOfLogs } from "../kernels/sum-of-logs.js";
import { Matrix } from "../matrix/matrix.js";
import { checkScores } from "./check-scores.js";
import type { LossAndGradient } from "./loss.js";

/**
 * The softmax classifier's loss, the mean of Lᵢ = log Σₖ exp(sᵢₖ) − sᵢᵧ over the N rows, with y the label of row
 * i, and its gradient, dL/ds = (p − 1(y)) / N with p the {@link softmax} of the scores.
 *
 * The row's largest score m is subtracted first, Lᵢ = (m − sᵢᵧ) + log Σₖ exp(sᵢₖ − m), so no exponential
 * overflows. The loss of a row that is almost certain keeps its digits: it is e⁻⁵⁰, not 0, for scores of 50 and
 * 0. No rows have loss 0.
 *
 * @param scores - s, one example a row, one class a column
 * @param labels - y, the right column of each row
 * @throws ShapeError unless there is one label for each row; RangeError if a label is not an integer
 * from 0 to the columns less 1, if a score is NaN or infinite, or if scores lie so far apart that the loss is
 * no finite number; TypeError if a label is not a number
 * @see {@link https://cs231n.github.io/linear-classify/#softmax-classifier | cs231n, softmax classifier}
 * @example
 * ```ts
 * import { Matrix, softmaxCrossEntropy } from "spiralnet";
 *
 * const { loss, gradient } = softmaxCrossEntropy(Matrix.zeros(1, 4), [2]);
 * loss; // ≈ 1.3862944
 * gradient; // => [[0.25, 0.25, -0.75, 0.25]]
 * ```
 */
export function softmaxCrossEntropy<R extends number, C extends number>(
  scores: Matrix<R, C>,
  labels: ArrayLike<number>,
): LossAndGradient<R, C> {
  checkScores("softmaxCrossEntropy", scores, labels);
  const { rows, cols, data: s } = scores;
  const { probs, max, rest } = softmaxRows(scores);

  // L = Σ (max - s_y) + log(1 + rest), over N
  let gaps = 0;
  for (let i = 0; i < rows; i++) gaps += (max[i] as number) - (s[i * cols + (labels[i] as number)] as number);
  const total = gaps + sumOfLogs(rest);
  const loss = total < Infinity ? total / Math.max(rows, 1) : hugeLoss(scores, labels, max);

  // dL/ds = (p - 1(y)) / N
  for (let i = 0; i < rows; i++) {
    const right = i * cols + (labels[i] as number);
    probs[right] = (probs[right] as number) - 1;
  }
  for (let i = 0; i < probs.length; i++) probs[i] = (probs[i] as number) / rows;
  return { loss, gradient: new Matrix(rows, cols, probs) };
}

/** Sums of fewer than 2^53 numbers, all this much smaller, do not overflow. */
const DOWN = 2 ** -60;

/** The mean of max - s_y when the sum of them overflows; the logarithms are too small to count beside it. */
function hugeLoss(scores: Matrix, labels: ArrayLike<number>, max: Float64Array): number {
  const gaps = max.map((most, i) => most * DOWN - scores.get(i, labels[i] as number) * DOWN);
  const loss = gaps.reduce((a, b) => a + b) / gaps.length / DOWN;
  if (loss < Infinity) return loss;
  const row = gaps.reduce((largest, gap, i) => (gap > (gaps[largest] as number) ? i : largest), 0);
  throw new RangeError(
    `softmaxCrossEntropy: the loss is above the largest float64: in row ${row} the label's score is ` +
      `${scores.get(row, labels[row] as number)}, the largest is ${max[row]}; expected scores that lie closer together`,
  );
}
