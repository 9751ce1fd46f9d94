import type { Matrix } from "../matrix/matrix.js";
import { type Average, type Averaged, type AverageOptions, averageShare } from "./average.js";

/**
 * Of the rows of a class, the share predicted to be of that class: right / labeled, averaged over the classes
 * as {@link Average} says. A class without rows has 0, as in scikit-learn. NaN for no rows.
 *
 * @param scores - one example a row, one class a column; the largest score is the prediction, the first of
 * equal ones
 * @param labels - the right column of each row
 * @throws ShapeError unless there is one label for each row; RangeError if a label is not an integer from 0
 * to the columns less 1, or a score is NaN or infinite; TypeError if there is no such {@link Average}
 * @example
 * ```ts
 * import { Matrix, recall } from "spiralnet";
 *
 * const scores = Matrix.fromRows([[2, 1], [0, 3], [5, 4], [1, 2]]);
 * const labels = [0, 1, 1, 1];
 * recall(scores, labels, { average: "none" }); // ≈ [[1, 0.666667]]
 * recall(scores, labels); // ≈ 0.833333
 * ```
 */
export function recall<K extends number, A extends Average | undefined = undefined>(
  scores: Matrix<number, K>,
  labels: ArrayLike<number>,
  options: AverageOptions<A> = {},
): Averaged<K, A> {
  return averageShare(
    "recall",
    scores,
    labels,
    options,
    ({ right }) => right,
    ({ labeled }) => labeled,
  );
}
