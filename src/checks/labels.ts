import type { Matrix } from "../matrix/matrix.js";
import { ShapeError } from "../matrix/shape-error.js";
import { checkInteger, show } from "./number.js";

/** Throws unless there is one label for each row of scores, each an integer that is the number of a column. */
export function checkLabels(operation: string, scores: Matrix, labels: ArrayLike<number>): void {
  if (typeof labels !== "object" || labels === null || !Number.isSafeInteger(labels.length)) {
    throw new TypeError(`${operation}: labels is ${show(labels)}; expected an array of integers`);
  }
  if (labels.length !== scores.rows) {
    throw new ShapeError(operation, scores.shape, [labels.length, 1], "one label is needed for each row", [
      "scores",
      "labels",
    ]);
  }
  for (let i = 0; i < scores.rows; i++)
    checkInteger(`${operation}: labels[${i}]`, labels[i], 0, scores.cols - 1);
}
