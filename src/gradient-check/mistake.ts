import type { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import type { Diagnosis, DiagnosisKind } from "./diagnosis.js";
import { at, type Evidence } from "./evidence.js";
import { showNumber } from "./show-number.js";

/** A mistake that explains the numbers. */
export type Fit = Omit<Diagnosis, "name">;

/** Looks for one mistake, or a few that are alike: those that explain a wrong gradient. */
export type Mistake = (evidence: Evidence) => readonly Fit[];

/** Two numbers may agree by chance less likely than one. */
const FEWEST = 2;

/** A fit, with the numbers that show it. `message` goes on after "The gradient of W ". */
export function fit(
  evidence: Evidence,
  kind: DiagnosisKind,
  error: number,
  message: string,
  details = `all ${evidence.known.length} checked numbers fit`,
): Fit {
  const { wrong, wrongPlaces, residual, actual, expected } = evidence;
  const worst = wrongPlaces.reduce((a, b) => (Math.abs(residual(b)) > Math.abs(residual(a)) ? b : a));
  const [given, right] = [showNumber(actual(worst)), showNumber(expected(worst))];
  const example = `${placeOf(wrong.name, wrong.value, worst)} is ${given} instead of ${right}`;
  return {
    kind,
    message: `The gradient of ${wrong.name} ${message}`,
    evidence: `${details}; ${example}`,
    error,
  };
}

/** A fit if the gradient is exactly what a mistake would make of it: nothing is chosen to fit. */
export function exact(
  evidence: Evidence,
  kind: DiagnosisKind,
  candidate: Matrix | undefined,
  message: string,
): Fit[] {
  const matrix = evidence.alike(candidate);
  if (!matrix || evidence.active.length < FEWEST) return [];
  const error = evidence.error((i) => at(matrix, i));
  return error === undefined ? [] : [fit(evidence, kind, error, message)];
}
