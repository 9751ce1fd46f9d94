import { checkInteger } from "../errors/number.js";
import { checkScores } from "../losses/check-scores.js";
import type { Matrix } from "../matrix/matrix.js";

/**
 * The share of rows whose label is among the k columns with the largest scores; of equal scores, the first
 * count as larger, as in {@link accuracy}, which this is for k = 1. NaN for no rows.
 *
 * @param scores - one example a row, one class a column
 * @param labels - the right column of each row
 * @param k - from 1 to the number of columns
 * @throws ShapeError unless there is one label for each row; RangeError if a label is not an integer from 0
 * to the columns less 1, a score is NaN or infinite, or k is not an integer from 1 to the columns
 * @example
 * ```ts
 * import { Matrix, topKAccuracy } from "spiralnet";
 *
 * const scores = Matrix.fromRows([[0.1, 0.3, 0.6], [0.5, 0.2, 0.3]]);
 * topKAccuracy(scores, [1, 1], 2); // => 0.5
 * ```
 */
export function topKAccuracy(scores: Matrix, labels: ArrayLike<number>, k: number): number {
  checkScores("topKAccuracy", scores, labels);
  checkInteger("topKAccuracy: k", k, 1, scores.cols);
  let right = 0;
  for (let i = 0; i < scores.rows; i++) {
    const row = scores.data.subarray(i * scores.cols, (i + 1) * scores.cols);
    const label = labels[i] as number;
    const own = row[label] as number;
    const ahead = row.filter((score, j) => score > own || (score === own && j < label));
    if (ahead.length < k) right++;
  }
  return right / scores.rows;
}
