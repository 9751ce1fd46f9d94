import { softmaxRows } from "../kernels/softmax.js";
import { Matrix } from "../matrix/matrix.js";
import { checkScores } from "./check-scores.js";

/** A loss and its gradient with respect to what it was computed from. */
export interface LossAndGradient<R extends number = number, C extends number = number> {
  /** The mean over the rows. */
  readonly loss: number;
  /** $\partial L / \partial \text{scores}$, of the shape of the scores. */
  readonly gradient: Matrix<R, C>;
}

/**
 * The softmax classifier's loss, the mean of $L_i = \log \sum_k e^{s_{ik}} - s_{i y_i}$ over the $N$ rows, and its gradient,
 * $\partial L / \partial s = (p - \mathbb{1}(y)) / N$ with $p$ the {@link softmax} of the scores.
 *
 * The logarithm is taken of a sum that holds $e^0$, never of a probability, so no exponential overflows, and none that
 * counts vanishes. No rows have loss 0.
 *
 * @param scores - $s$, one example a row, one class a column
 * @param labels - $y$, the right column of each row
 * @throws {@link ShapeError} unless there is one label for each row; RangeError if a label is not an integer from 0 to the columns
 * less 1, or a score is NaN or infinite
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
  const { rows, cols, data } = scores;
  const { probs, maxAndSum } = softmaxRows(scores);
  let total = 0;
  // One logarithm of the sums' product, which is the sum of their logarithms: those would take as long as all the exponentials.
  let product = 1;
  for (let i = 0; i < rows; i++) {
    const right = i * cols + (labels[i] as number);
    total += (maxAndSum[2 * i] as number) - (data[right] as number);
    product *= maxAndSum[2 * i + 1] as number;
    if (product > 1e200) {
      total += Math.log(product);
      product = 1;
    }
    probs[right] = (probs[right] as number) - 1;
  }
  for (let i = 0; i < probs.length; i++) probs[i] = (probs[i] as number) / rows;
  return {
    loss: rows === 0 ? 0 : (total + Math.log(product)) / rows,
    gradient: new Matrix(rows, cols, probs),
  };
}
