import { Matrix } from "../matrix/matrix.js";

/**
 * Labels as rows: 1 in the label's column, and 0 elsewhere. Losses take labels as they are; this is for
 * targets that are to be changed or averaged. `Matrix.oneHot` under a name of its own.
 *
 * @param labels - an integer from 0 to classes - 1 for each row
 * @param classes - the number of columns
 * @throws RangeError or TypeError if a label is not an integer from 0 to classes - 1
 * @example
 * ```ts
 * import { oneHot } from "spiralnet";
 *
 * oneHot([2, 0], 3); // => [[0, 0, 1], [1, 0, 0]]
 * ```
 */
export function oneHot<K extends number>(labels: ArrayLike<number>, classes: K): Matrix<number, K> {
  return Matrix.oneHot(labels, classes);
}
