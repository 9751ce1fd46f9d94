import { checkList } from "../errors/list.js";
import { ShapeError } from "../errors/shape-error.js";
import { wrongNumber } from "../errors/wrong.js";
import { checkAllFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/**
 * Throws unless the scores are finite and each row of them has a label: an integer, the number of a column.
 */
export function checkScores(operation: string, scores: Matrix, labels: ArrayLike<number>): void {
  checkMatrix(`${operation}: scores`, scores);
  checkList(`${operation}: labels`, labels, "an array of integers, the column of each row's class");
  const { rows, cols } = scores;
  if (labels.length !== rows) {
    throw new ShapeError(operation, scores.shape, [labels.length, 1], "one label is needed for each row", [
      "scores",
      "labels",
    ]);
  }
  for (let i = 0; i < rows; i++) {
    const label = labels[i] as number;
    if (Number.isInteger(label) && label >= 0 && label < cols) continue;
    const expected =
      cols > 0
        ? `an integer from 0 to ${cols - 1}, the column of the row's class`
        : "no rows: scores without columns leave nothing to choose from";
    wrongNumber(`${operation}: labels[${i}]`, label, expected);
  }
  checkAllFinite(operation, "scores", scores);
}
