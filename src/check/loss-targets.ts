import type { Labels, Matrix } from "../index.js";
import type { Draw } from "./draw.js";

/**
 * What a loss takes for targets:
 *
 * - `labels`: the class of each row, from 0 to the columns less 1
 * - `numbers`: a matrix of the outputs' shape
 * - `binary`: such a matrix of 0 and 1
 * - `binary-labels`: a list of 0 and 1, one for each row, where the outputs have a single column
 * - `probabilities`: a matrix of the outputs' shape with numbers from 0 to 1, whose rows sum to 1
 */
export type TargetKind = "labels" | "numbers" | "binary" | "binary-labels" | "probabilities";

/** All kinds, in the order in which they are tried if none is given. */
export const TARGET_KINDS: readonly TargetKind[] = [
  "labels",
  "numbers",
  "binary",
  "binary-labels",
  "probabilities",
];

/** Targets for scores of a shape, by the name that messages have for them. */
export function drawTargets(kind: TargetKind, rows: number, cols: number, draw: Draw): Matrix {
  switch (kind) {
    case "labels":
      return draw("y", rows, 1, (numbers) => classesOf(numbers, cols));
    case "binary-labels":
      return draw("y", rows, 1, (numbers) => classesOf(numbers, 2));
    case "numbers":
      return draw("targets", rows, cols);
    case "binary":
      return draw("targets", rows, cols, (numbers) => classesOf(numbers, 2));
    case "probabilities":
      return draw("targets", rows, cols, (numbers) => {
        const sizes = numbers.abs().add(1e-3);
        return sizes.divide(sizes.sum(1));
      });
  }
}

/** Targets as a loss takes them. */
export function asTargets(kind: TargetKind, targets: Matrix): Labels | Matrix {
  return kind === "labels" || kind === "binary-labels" ? Array.from(targets.data) : targets;
}

/** Any numbers as classes. Whole ones stay as they are, even if there is no such class. */
function classesOf(numbers: Matrix, count: number): Matrix {
  return numbers.map((value) => {
    if (Number.isInteger(value)) return value;
    return ((Math.floor(value * 10) % count) + count) % count;
  });
}
