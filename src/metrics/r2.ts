import { checkTargets } from "../losses/check-targets.js";
import { Matrix } from "../matrix/matrix.js";

/**
 * The coefficient of determination: R² = 1 − Σ (t − p)² / Σ (t − mean of t)² for each column of predictions p
 * and targets t, and the mean over the columns. 1 is perfect, 0 no better than the mean of the targets, and
 * less than 0 worse.
 *
 * As in scikit-learn, a column of equal targets has 1 if it is predicted perfectly, else 0, and there is no
 * R² of fewer than two rows: NaN.
 *
 * @param predictions - one example a row
 * @param targets - what they should be, of the same shape
 * @throws ShapeError if the shapes differ; RangeError if an element is NaN or infinite
 * @example
 * ```ts
 * import { Matrix, r2 } from "spiralnet";
 *
 * r2(Matrix.fromRows([[1], [2], [4]]), Matrix.fromRows([[1], [2], [3]]));
 * // => 0.5
 * ```
 */
export function r2(predictions: Matrix, targets: Matrix): number {
  checkTargets("r2", predictions, targets, "predictions");
  if (targets.rows < 2) return Number.NaN;

  // Dividing by powers of 2 rounds nothing, and no square overflows or vanishes then.
  const scales = targets
    .abs()
    .max(0)
    .map((largest) => 2 ** Math.floor(Math.log2(largest)) || 1);
  const t = targets.divide(scales);
  const p = predictions.divide(scales);

  const errors = t.subtract(p).pow(2).mean(0);
  const variances = t.variance(0);
  const shares = errors.divide(variances).negate().add(1); // 1 − error / variance
  return Matrix.where(variances.equalTo(0), errors.equalTo(0), shares).mean();
}
