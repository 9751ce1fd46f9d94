import { softmaxRows } from "../kernels/softmax.js";
import { checkInput } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";

/**
 * Probabilities from scores, row by row: pᵢⱼ = exp(sᵢⱼ) / Σₖ exp(sᵢₖ). The row's largest score
 * is subtracted first, which keeps the exponentials from overflowing and changes nothing else.
 *
 * @param scores - one example a row, one class a column
 * @throws RangeError if a score is NaN or infinite
 * @example
 * ```ts
 * import { Matrix, softmax } from "spiralnet";
 *
 * softmax(
 *   Matrix.fromRows([
 *     [0, Math.log(3)],
 *     [1e300, -1e300],
 *   ]),
 * ); // ≈ [[0.25, 0.75], [1, 0]]
 * ```
 */
export function softmax<R extends number, C extends number>(scores: Matrix<R, C>): Matrix<R, C> {
  checkInput("softmax", scores);
  const { probs } = softmaxRows(scores); // e^(s - max) / Σ e^(s - max)
  return new Matrix(scores.rows, scores.cols, probs);
}
