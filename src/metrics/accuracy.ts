import { checkScores } from "../losses/check-scores.js";
import type { Matrix } from "../matrix/matrix.js";

/**
 * The share of rows whose largest score is in the column of the label; the first of equal scores counts. NaN
 * for no rows.
 *
 * @param scores - one example a row, one class a column
 * @param labels - the right column of each row
 * @throws ShapeError unless there is one label for each row; RangeError if a label is not an integer
 * from 0 to the columns less 1, or a score is NaN or infinite
 * @example
 * ```ts
 * import { accuracy, Matrix } from "spiralnet";
 *
 * accuracy(
 *   Matrix.fromRows([
 *     [1, 2],
 *     [3, 1],
 *     [0, 5],
 *     [1, 0],
 *   ]),
 *   [1, 0, 0, 0],
 * ); // => 0.75
 * ```
 */
export function accuracy(scores: Matrix, labels: ArrayLike<number>): number {
  checkScores("accuracy", scores, labels);
  const right = scores.argmax(1).filter((predicted, i) => predicted === labels[i]);
  return right.length / scores.rows;
}
