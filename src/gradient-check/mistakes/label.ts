import type { Evidence } from "../evidence.js";
import { fit, type Mistake } from "../mistake.js";
import { showNumber } from "../show-number.js";
import { linesOf } from "./lines.js";
import { WAYS } from "./places.js";
import { whatStands } from "./what-stands.js";

/** Wrong at one element in each row: the label's. */
export const label: Mistake = (evidence) => {
  const { wrongPlaces, known, wrong } = evidence;
  const rows = wrongPlaces.map((i) => Math.floor(i / wrong.value.cols));
  const columns = new Set(wrongPlaces.map((i) => i % wrong.value.cols));
  if (new Set(rows).size < wrongPlaces.length || columns.size < 2) return [];
  const labels = labelsOf(evidence);
  const stands = whatStands(evidence, wrongPlaces) ?? constantAt(evidence, labels);
  const isByChance = wrong.value.cols ** wrongPlaces.length < WAYS;
  if (!stands && (isByChance || !wrongPlaces.every((i) => labels.includes(i)))) return [];
  const message =
    `is wrong at one element in each row${stands ? `, and it is ${stands} there` : ""}: ` +
    "the label's, where cross-entropy takes 1 from the probability (before a mean is taken), and the hinge " +
    "loss takes 1 for each term above 0.";
  const details = `${wrongPlaces.length} of ${known.length} numbers are wrong, none of them in the same row`;
  return [fit(evidence, "label", evidence.errorElsewhere, message, details)];
};

/** The number that the gradient is at all labels, though it should not be the same. */
function constantAt(
  { actual, wrongPlaces, isZero }: Evidence,
  labels: readonly number[],
): string | undefined {
  const [first] = labels;
  if (first === undefined || labels.length < ENOUGH || !wrongPlaces.every((i) => labels.includes(i)))
    return undefined;
  return labels.every((i) => isZero(actual(i) - actual(first))) ? showNumber(actual(first)) : undefined;
}

/** So many equal numbers are no chance. */
const ENOUGH = 3;

/** Nothing but one element in each row, the label's: the other classes are left out. */
export const labelAlone: Mistake = (evidence) => {
  const { actual, known, wrongPlaces } = evidence;
  const labels = labelsOf(evidence);
  const others = known.filter((i) => !labels.includes(i));
  if (labels.length < 2 || wrongPlaces.length < 2 || !others.every((i) => evidence.isZero(actual(i))))
    return [];
  const message =
    "is 0 but for the label's element of each row: the other classes have a gradient too, since their scores " +
    "are in the loss.";
  return [fit(evidence, "label", 0, message)];
};

/** The 1 is taken from other elements than the labels': each row is off by as much there and here. */
export const labelElsewhere: Mistake = (evidence) => {
  const { residual, wrongPlaces, known, largest } = evidence;
  const labels = labelsOf(evidence).filter((i) => wrongPlaces.includes(i));
  const amount = residual(labels[0] ?? -1);
  const rest = wrongPlaces.filter((i) => !labels.includes(i));
  const isOff = (i: number, by: number) => evidence.isZero(residual(i) - by);
  const isWhole = (i: number) => evidence.isZero(residual(i) + amount * Math.round(-residual(i) / amount));
  if (labels.length < 2 || rest.length === 0 || !labels.every((i) => isOff(i, amount))) return [];
  const balance = wrongPlaces.reduce((sum, i) => sum + residual(i), 0);
  if (
    !rest.every((i) => residual(i) * amount < 0 && isWhole(i)) ||
    Math.abs(balance) > evidence.tolerance * largest * known.length
  )
    return [];
  const message =
    `is too large by ${showNumber(amount)} at the label's element of ${labels.length} rows, and too small by as much elsewhere: ` +
    "the 1 is taken at other elements. Does each row take its own label, counted from 0?";
  return [fit(evidence, "label", evidence.errorElsewhere, message)];
};

/** Where the right gradient is below 0 in a row that is above 0 elsewhere: only the label's score lowers a loss. */
function labelsOf(evidence: Evidence): number[] {
  const { expected } = evidence;
  return linesOf(evidence, "row").flatMap((line) => {
    const [below, ...others] = line
      .filter((i) => !evidence.isZero(expected(i)))
      .sort((a, b) => expected(a) - expected(b));
    const isLabel = below !== undefined && expected(below) < 0;
    return isLabel && others.length > 0 && others.every((i) => expected(i) > 0) ? [below] : [];
  });
}
