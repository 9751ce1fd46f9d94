import type { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import type { Diagnosis, DiagnosisKind } from "./diagnosis.js";
import type { Evidence } from "./evidence.js";
import { showNumber } from "./show-number.js";

/** What a mistake would make of the gradient. Nothing in it is chosen to fit. */
export interface Formula {
  readonly kind: DiagnosisKind;
  /** The gradient with the mistake. No mistake of this gradient if undefined or of another shape. */
  readonly gradient: Matrix | undefined;
  /** The mistake and its cure. Goes on after "The gradient of W ". */
  readonly message: string;
}

/** One mistake, or a few that are alike, as formulas. */
export type Mistake = (evidence: Evidence) => readonly Formula[];

/** A mistake that explains the numbers. */
export type Fit = Omit<Diagnosis, "name">;

/** Looks for a mistake with places or numbers of its own, which are read from the gradient. */
export type Pattern = (evidence: Evidence) => Fit | undefined;

/** A fit, with the numbers that show it. `message` goes on after "The gradient of W ". */
export function fit(
  { known, wrong, wrongPlaces, residual, actual, expected }: Evidence,
  kind: DiagnosisKind,
  error: number,
  message: string,
  details = known.length > 1
    ? `all ${known.length} numbers checked fit`
    : "the only number checked fits, as it may fit another mistake too",
): Fit {
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
