import type { DiagnosisKind } from "../diagnosis.js";
import { at, type Evidence } from "../evidence.js";
import { fit, type Pattern } from "../mistake.js";
import { multipleOf } from "../multiple-of.js";
import { showNumber } from "../show-number.js";
import { isLabel } from "./is-label.js";

/** Some places, and what to do if all of them are wrong, and no others. */
type Place = readonly [kind: DiagnosisKind, where: string, cure: string, has: (i: number) => boolean];

/** In how many ways as many places could be chosen: of fewer, one may be hit by chance. */
const WAYS = 1000;

/** The gradient is right but for some places that have something in common. */
export const places: Pattern = (evidence) => {
  const { wrongPlaces, active, known } = evidence;
  if (active.length - wrongPlaces.length < 2) return undefined;
  const stands = whatStands(evidence);
  if (stands === undefined && ways(active.length, wrongPlaces.length) < WAYS) return undefined;
  const place = placesOf(evidence).find(([kind, , , has]) => {
    // The gradient may be right at some labels, if it is 0 there.
    const all = kind === "label" || active.filter(has).length === wrongPlaces.length;
    return all && wrongPlaces.every(has);
  });
  if (!place) return undefined;
  const [kind, where, cure] = place;
  const message = `is wrong only ${where}${stands ? `, and it is ${stands} there` : ""}: ${cure}`;
  const right = known.filter((i) => !wrongPlaces.includes(i));
  const details = `${wrongPlaces.length} of ${known.length} numbers are wrong, all of them there`;
  return fit(evidence, kind, evidence.error(evidence.expected, right) ?? 0, message, details);
};

/** The number of ways to choose some of all. */
function ways(all: number, some: number): number {
  let product = 1;
  for (let i = 1; i <= Math.min(some, all - some) && product < WAYS; i++) product *= (all - i + 1) / i;
  return product;
}

function placesOf(evidence: Evidence): Place[] {
  const { isInput, wrong } = evidence;
  const { value } = wrong;
  const { rows, cols } = value;
  const y = evidence.alike(wrong.y);
  const col = (i: number) => i % cols;
  const row = (i: number) => Math.floor(i / cols);
  const places: Place[] = [];
  if (isInput) {
    places.push(
      ["negative-input", "where x < 0", SIGN, (i) => at(value, i) < 0],
      ["positive-input", "where x > 0", SIGN, (i) => at(value, i) > 0],
    );
    if (y) places.push(["zero-output", "where y is 0", MASK, (i) => at(y, i) === 0]);
  }
  if (rows > 1) {
    places.push(
      ["first-row", "in the first row", LOOP, (i) => row(i) === 0],
      ["last-row", "in the last row", LOOP, (i) => row(i) === rows - 1],
    );
  }
  if (cols > 1) {
    places.push(
      ["first-column", "in the first column", LOOP, (i) => col(i) === 0],
      ["last-column", "in the last column", LOOP, (i) => col(i) === cols - 1],
    );
  }
  for (let c = 1; c < cols - 1; c++) {
    places.push(["one-class", `in column ${c} (counted from 0)`, CLASS, (i) => col(i) === c]);
  }
  if (isInput) places.push(["label", "at the label of each row", LABEL, (i) => isLabel(evidence, i)]);
  return places;
}

const SIGN = "use the derivative that belongs there, by the sign of x, as forward does.";
const MASK = "apply the mask of forward on the way back too.";
const LOOP = "look for a loop or a slice that starts or ends one off.";
const CLASS = "look for code that treats this column, or class, otherwise.";
const LABEL =
  "take 1 from the probability (before a mean is taken) for cross-entropy, or 1 for each term above 0 for the hinge loss.";

/** What the gradient is where it is wrong, in words; undefined if it is nothing in particular. */
function whatStands(evidence: Evidence): string | undefined {
  const { actual, expected, residual, wrongPlaces: places, isZero } = evidence;
  const G = evidence.alike(evidence.wrong.outputGradient);
  if (evidence.error(() => 0, places) !== undefined) return "0";
  if (G && evidence.error((i) => at(G, i), places) !== undefined) {
    return places.every((i) => isZero(expected(i))) ? "dL/dy instead of 0" : "dL/dy";
  }
  const off = multipleOf(evidence, residual, () => 1, places);
  if (off) return `too ${off.factor > 0 ? "large" : "small"} by ${showNumber(Math.abs(off.factor))}`;
  const times = multipleOf(evidence, actual, expected, places);
  return times && `${showNumber(times.factor)} times the right one`;
}
