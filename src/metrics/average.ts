import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { checkScores } from "../losses/check-scores.js";
import { Matrix } from "../matrix/matrix.js";

/**
 * How the shares of all classes become one number, with scikit-learn's names:
 *
 * - `macro`: their mean, over the classes that occur among the labels or the predictions;
 * - `weighted`: their mean, weighted by how many labels each class has;
 * - `micro`: the share over all classes together. Since each row has one label and one prediction, it is the
 *   accuracy;
 * - `none`: no average, but a row with the share of each class.
 */
export type Average = "macro" | "weighted" | "micro" | "none";

/** Options of {@link precision}, {@link recall} and {@link f1}. */
export interface AverageOptions<A extends Average | undefined = Average | undefined> {
  /** How the shares of the classes are averaged; `macro` if not given. */
  readonly average?: A;
}

/**
 * The type of an average over K classes: a number, or a row with one for each class for `none`.
 */
export type Averaged<K extends number, A extends Average | undefined> = A extends "none"
  ? Matrix<1, K>
  : number;

/** What is known of one class. */
interface Tally {
  /** How many rows have this label. */
  labeled: number;
  /** How many rows are predicted to be of this class. */
  predicted: number;
  /** How many rows are both. */
  right: number;
}

const AVERAGES: readonly unknown[] = ["macro", "weighted", "micro", "none"] satisfies Average[];

/** The share `part` / `whole` of each class, 0 if both are 0, averaged as the options say. */
export function averageShare<K extends number, A extends Average | undefined>(
  operation: string,
  scores: Matrix<number, K>,
  labels: ArrayLike<number>,
  options: AverageOptions<A>,
  part: (tally: Tally) => number,
  whole: (tally: Tally) => number,
): Averaged<K, A> {
  checkScores(operation, scores, labels);
  checkOptions(operation, options, ["average"]);
  const { average = "macro" } = options;
  if (!AVERAGES.includes(average)) {
    wrongType(`${operation}: average`, average, '"macro", "weighted", "micro" or "none"');
  }

  const tallies = tallyOf(scores, labels);
  const parts = tallies.map(part);
  const wholes = tallies.map(whole);
  const shares = parts.map((count, i) => (count === 0 ? 0 : count / (wholes[i] as number)));
  if (average === "none") return Matrix.fromArray(shares, 1, scores.cols) as Averaged<K, A>;
  if (average === "micro") return (total(parts) / total(wholes)) as Averaged<K, A>;

  const weights = tallies.map(({ labeled, predicted }) =>
    average === "weighted" ? labeled : Math.sign(labeled + predicted),
  );
  const weighted = shares.map((share, i) => share * (weights[i] as number));
  return (total(weighted) / total(weights)) as Averaged<K, A>;
}

function tallyOf(scores: Matrix, labels: ArrayLike<number>): Tally[] {
  const tallies = Array.from({ length: scores.cols }, () => ({ labeled: 0, predicted: 0, right: 0 }));
  scores.argmax(1).forEach((predicted, i) => {
    const label = labels[i] as number;
    (tallies[label] as Tally).labeled++;
    (tallies[predicted] as Tally).predicted++;
    if (predicted === label) (tallies[label] as Tally).right++;
  });
  return tallies;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
