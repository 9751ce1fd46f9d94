import { checkList } from "../errors/list.js";
import { checkInteger } from "../errors/number.js";
import { ShapeError } from "../errors/shape-error.js";
import { checkAllFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/** Throws unless the scores are finite and there is one label for each row of them, an integer that is the number of a column. */
export function checkScores(operation: string, scores: Matrix, labels: ArrayLike<number>): void {
  checkMatrix(`${operation}: scores`, scores);
  checkList(`${operation}: labels`, labels, "an array of integers");
  if (labels.length !== scores.rows) {
    throw new ShapeError(operation, scores.shape, [labels.length, 1], "one label is needed for each row", [
      "scores",
      "labels",
    ]);
  }
  for (let i = 0; i < scores.rows; i++) {
    const label = labels[i] as number;
    // The message is made only where it is needed: this runs in every step of a training.
    if (Number.isInteger(label) && label >= 0 && label < scores.cols) continue;
    checkInteger(`${operation}: labels[${i}]`, label, 0, scores.cols - 1);
  }
  checkAllFinite(operation, "scores", scores);
}
