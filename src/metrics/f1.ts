import type { Matrix } from "../matrix/matrix.js";
import { type Average, type Averaged, type AverageOptions, averageShare } from "./average.js";

/**
 * The harmonic mean of {@link precision} and {@link recall}, averaged over the classes as {@link Average}
 * says: F₁ = 2 · right / (predicted + labeled). A class that occurs neither among the predictions nor among
 * the labels has 0, as in scikit-learn. NaN for no rows.
 *
 * @param scores - one example a row, one class a column; the largest score is the prediction, the first of
 * equal ones
 * @param labels - the right column of each row
 * @throws ShapeError unless there is one label for each row; RangeError if a label is not an integer from 0
 * to the columns less 1, or a score is NaN or infinite; TypeError if there is no such {@link Average}
 * @example
 * ```ts
 * import { f1, Matrix } from "spiralnet";
 *
 * const scores = Matrix.fromRows([[2, 1], [0, 3], [5, 4], [1, 2]]);
 * const labels = [0, 1, 1, 1];
 * f1(scores, labels, { average: "none" }); // ≈ [[0.666667, 0.8]]
 * f1(scores, labels); // ≈ 0.733333
 * ```
 */
export function f1<K extends number, A extends Average | undefined = undefined>(
  scores: Matrix<number, K>,
  labels: ArrayLike<number>,
  options: AverageOptions<A> = {},
): Averaged<K, A> {
  return averageShare(
    "f1",
    scores,
    labels,
    options,
    ({ right }) => 2 * right,
    ({ predicted, labeled }) => predicted + labeled,
  );
}
