import type { DiagnosisKind } from "../diagnosis.js";
import { at, type Evidence } from "../evidence.js";
import { fit, type Mistake } from "../mistake.js";
import { whatStands } from "./what-stands.js";

/** Some places, and what an error there alone suggests. */
interface Place {
  readonly kind: DiagnosisKind;
  readonly where: string;
  readonly cure: string;
  readonly has: (i: number) => boolean;
}

/** In how many ways as many places could be chosen: of fewer, one may be hit by chance. */
export const WAYS = 1000;

/** The gradient is right but for some places that have something in common. */
export const places: Mistake = (evidence) => {
  const { wrongPlaces, active } = evidence;
  const rest = active.length - wrongPlaces.length;
  const stands = whatStands(evidence, wrongPlaces);
  if (rest < 2 || (stands === undefined && ways(active.length, wrongPlaces.length) < WAYS)) return [];
  const place = placesOf(evidence).find(({ has }) => {
    const inside = active.filter(has);
    return inside.length === wrongPlaces.length && wrongPlaces.every(has);
  });
  if (!place) return [];
  const { kind, where, cure } = place;
  const message = `is wrong only ${where}${stands ? `, and it is ${stands} there` : ""}: ${cure}`;
  const details = `${wrongPlaces.length} of ${evidence.known.length} numbers are wrong, all of them there`;
  return [fit(evidence, kind, evidence.errorElsewhere, message, details)];
};

/** The number of ways to choose some of all. */
function ways(all: number, some: number): number {
  let product = 1;
  for (let i = 1; i <= Math.min(some, all - some) && product < WAYS; i++) product *= (all - i + 1) / i;
  return product;
}

function placesOf({ isInput, wrong }: Evidence): Place[] {
  const { value, y } = wrong;
  const { rows, cols } = value;
  const col = (i: number) => i % cols;
  const row = (i: number) => Math.floor(i / cols);
  const found: Place[] = [];
  if (isInput) {
    found.push(
      { kind: "negative-input", where: "where x < 0", cure: SIGN, has: (i) => at(value, i) < 0 },
      { kind: "positive-input", where: "where x > 0", cure: SIGN, has: (i) => at(value, i) > 0 },
    );
    if (y?.rows === rows && y.cols === cols) {
      found.push({ kind: "zero-output", where: "where y is 0", cure: MASK, has: (i) => at(y, i) === 0 });
    }
  }
  if (rows > 1) {
    found.push(
      { kind: "first-row", where: "in the first row", cure: LOOP, has: (i) => row(i) === 0 },
      { kind: "last-row", where: "in the last row", cure: LOOP, has: (i) => row(i) === rows - 1 },
    );
  }
  if (cols > 1) {
    found.push(
      { kind: "first-column", where: "in the first column", cure: LOOP, has: (i) => col(i) === 0 },
      { kind: "last-column", where: "in the last column", cure: LOOP, has: (i) => col(i) === cols - 1 },
    );
    for (let c = 1; c < cols - 1; c++) {
      const where = `in column ${c} (counted from 0)`;
      found.push({ kind: "one-class", where, cure: CLASS, has: (i) => col(i) === c });
    }
  }
  return found;
}

const SIGN = "use the derivative that belongs there, by the sign of x, as forward does.";
const MASK = "apply the mask of forward on the way back too.";
const LOOP = "does a loop or a slice start or end one off?";
const CLASS = "look for code that treats this column, or class, otherwise.";
