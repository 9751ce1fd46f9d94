import { softmaxRows } from "../kernels/softmax.js";
import { checkAllFinite, checkInput } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";

/**
 * Logarithms of probabilities from scores, row by row: log pᵢⱼ = sᵢⱼ − log Σₖ exp(sᵢₖ). It is computed as (sᵢⱼ − m) −
 * log Σₖ exp(sᵢₖ − m), with m the row's largest score, so no exponential overflows, and a probability that is 0 or 1
 * as a float64 has a logarithm with all its digits.
 *
 * @param scores - one example a row, one class a column
 * @throws RangeError if a score is NaN or infinite, or if scores lie so far apart that a logarithm is no finite
 * number
 * @example
 * ```ts
 * import { logSoftmax, Matrix } from "spiralnet";
 *
 * logSoftmax(
 *   Matrix.fromRows([
 *     [0, 0],
 *     [50, 0],
 *     [1000, 0],
 *   ]),
 * ); // ≈ [[-0.6931472, -0.6931472], [-1.92875e-22, -50], [0, -1000]]
 * ```
 */
export function logSoftmax<R extends number, C extends number>(scores: Matrix<R, C>): Matrix<R, C> {
  checkInput("logSoftmax", scores);
  const { max, rest } = softmaxRows(scores);
  const { rows, cols, data } = scores;
  const logs = new Matrix(
    rows,
    cols,
    data.map((s, o) => {
      const i = Math.floor(o / cols);
      return s - (max[i] as number) - Math.log1p(rest[i] as number); // Σ e^(s - max) = 1 + rest
    }),
  );
  checkAllFinite("logSoftmax", "the result", logs);
  return logs;
}
