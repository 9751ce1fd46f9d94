import type { Matrix } from "../matrix/matrix.js";
import { ShapeError } from "../matrix/shape-error.js";
import { checkInteger, checkList } from "./number.js";

/** Throws unless there is one label for each row of scores, each an integer that is the number of a column. */
export function checkLabels(operation: string, scores: Matrix, labels: ArrayLike<number>): void {
  checkList(`${operation}: labels`, labels, "an array of integers");
  if (labels.length !== scores.rows) {
    throw new ShapeError(operation, scores.shape, [labels.length, 1], "one label is needed for each row", [
      "scores",
      "labels",
    ]);
  }
  for (let i = 0; i < scores.rows; i++)
    checkInteger(`${operation}: labels[${i}]`, labels[i], 0, scores.cols - 1);
}
