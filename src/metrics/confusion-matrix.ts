import { checkList } from "../errors/list.js";
import { checkOptions } from "../errors/options.js";
import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { checkScores } from "../losses/check-scores.js";
import { aligned } from "../matrix/aligned.js";
import { shownOf } from "../matrix/format.js";
import { Matrix } from "../matrix/matrix.js";
import { zeros } from "../matrix/memory.js";
import { Printable } from "../matrix/printable.js";

/** How a confusion matrix is printed. */
export interface ConfusionMatrixOptions {
  /** The name of each class; its number if not given. */
  readonly classes?: readonly string[] | undefined;
}

/** The result of {@link confusionMatrix}. Prints as a table. */
export class ConfusionMatrix<K extends number = number> extends Printable {
  /** @internal */
  constructor(
    /** Element (i, j) is how many examples of class i were taken for class j. */
    readonly counts: Matrix<K, K>,
    /** The name of each class. */
    readonly classes: readonly string[],
  ) {
    super();
  }

  /** A row for each label and a column for each prediction. Those in the middle of many are left out. */
  toString(): string {
    const { counts, classes } = this;
    const shown = shownOf(classes.length, 24, 10);
    const names = shown.map((i) => (i === null ? "…" : (classes[i] as string)));
    const rows = shown.map((i, at) => [
      names[at] as string,
      ...shown.map((j) => (i === null || j === null ? "…" : String(counts.get(i, j)))),
    ]);
    const lines = aligned([["", ...names], ...rows]).map((line) => `  ${line}`);
    const title = `Confusion matrix of ${counts.sum()} examples: rows are labels, columns predictions`;
    return [title, ...lines].join("\n");
  }
}

/**
 * Counts for each class what its examples were taken for: the class of the largest score, the first of equal
 * ones. Rows are labels and columns predictions, as in scikit-learn.
 *
 * @param scores - one example a row, one class a column
 * @param labels - the right column of each row
 * @throws ShapeError unless there is one label for each row, and one name for each class if `classes` is
 * given; RangeError if a label is not an integer from 0 to the columns less 1, or a score is NaN or infinite
 * @example
 * ```ts
 * import { confusionMatrix, Matrix } from "spiralnet";
 *
 * const scores = Matrix.fromRows([
 *   [2, 1],
 *   [0, 3],
 *   [5, 4],
 *   [1, 2],
 * ]);
 * const confusion = confusionMatrix(scores, [0, 1, 1, 1], {
 *   classes: ["cat", "dog"],
 * });
 * confusion.counts; // => [[1, 0], [1, 2]]
 * console.log(confusion);
 * // Confusion matrix of 4 examples: rows are labels, columns predictions
 * //        cat  dog
 * //   cat    1    0
 * //   dog    1    2
 * ```
 */
export function confusionMatrix<K extends number>(
  scores: Matrix<number, K>,
  labels: ArrayLike<number>,
  options: ConfusionMatrixOptions = {},
): ConfusionMatrix<K> {
  checkScores("confusionMatrix", scores, labels);
  checkOptions("confusionMatrix", options, ["classes"]);
  const { cols } = scores;
  const classes = namesOf(options.classes, cols);

  const counts = new Matrix(cols, cols, zeros("confusionMatrix", cols, cols).data);
  scores.argmax(1).forEach((predicted, i) => {
    const label = labels[i] as number;
    counts.set(label, predicted, counts.get(label, predicted) + 1);
  });
  return new ConfusionMatrix(counts, classes);
}

/** A copy of the names, or numbers in their place. Throws unless they are strings, one for each class. */
function namesOf(classes: unknown, count: number): string[] {
  if (classes === undefined) return Array.from({ length: count }, (_, i) => String(i));
  checkList("confusionMatrix: classes", classes, "an array of strings");
  if (classes.length !== count) {
    const problem = "one name is needed for each column of the scores";
    throw new ShapeError("confusionMatrix", [1, count], [1, classes.length], problem, [
      "a row of scores",
      "classes",
    ]);
  }
  return Array.from(classes, (name, i) => {
    if (typeof name !== "string") wrongType(`confusionMatrix: classes[${i}]`, name, "a string");
    return name;
  });
}
