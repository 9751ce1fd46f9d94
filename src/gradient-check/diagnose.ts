import { checkWrongGradient } from "./check-wrong-gradient.js";
import type { Diagnosis } from "./diagnosis.js";
import { at, Evidence } from "./evidence.js";
import { type Fit, fit, type Mistake } from "./mistake.js";
import { patterns, special, usual } from "./mistakes/mistakes.js";
import { penalty as penaltyMistakes } from "./mistakes/penalty.js";
import type { WrongGradient } from "./wrong-gradient.js";

/**
 * Which usual mistakes turn the right gradient into the one given, best first. Only a mistake that explains
 * all numbers is named; none if none does, or if the gradient is right.
 *
 * @throws TypeError if a gradient or the value is not a matrix; ShapeError if their shapes differ
 * @example
 * ```ts
 * import { diagnose, RandomState } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const expected = random.randn(3, 2);
 * const wrong = {
 *   name: "W",
 *   value: random.randn(3, 2),
 *   actual: expected.negate(),
 *   expected,
 * };
 * diagnose(wrong)[0]?.message;
 * // => "The gradient of W has the wrong sign: change it."
 * ```
 */
export function diagnose(wrong: WrongGradient): Diagnosis[] {
  checkWrongGradient(wrong);
  return diagnosesOf(wrong);
}

/** Does the same without checks. Evidence that is not finite fits nothing. */
export function diagnosesOf(wrong: WrongGradient): Diagnosis[] {
  const { name, actual, expected, penalty } = wrong;
  const named = (fits: readonly Fit[]) => fits.map((fit) => ({ ...fit, name }));
  const whole = new Evidence(wrong);
  if (!whole.tells) return [];
  if (!penalty?.data.some((value) => value !== 0)) return named(explanationsOf(whole));
  const ofPenalty = fitsOf(whole, [penaltyMistakes]);
  if (ofPenalty.length > 0) return named(ofPenalty);
  // Any other mistake is in the rest: the penalty's gradient is added after the backward pass.
  const rest = { ...wrong, actual: actual.subtract(penalty), expected: expected.subtract(penalty) };
  return named(explanationsOf(new Evidence(rest))).map((one) => ({
    ...one,
    evidence: `${one.evidence}, both without the penalty's gradient`,
  }));
}

/** The formulas that fit, or else the first pattern that does. */
function explanationsOf(evidence: Evidence): Fit[] {
  for (const formulas of [usual, special]) {
    const fits = fitsOf(evidence, formulas);
    if (fits.length > 0) return fits;
  }
  for (const pattern of patterns) {
    const found = pattern(evidence);
    if (found) return [found];
  }
  return [];
}

function fitsOf(evidence: Evidence, mistakes: readonly Mistake[]): Fit[] {
  return mistakes.flatMap((mistake) =>
    mistake(evidence).flatMap(({ kind, gradient, message }) => {
      const candidate = evidence.alike(gradient);
      const error = candidate && evidence.error((i) => at(candidate, i));
      return error === undefined ? [] : [fit(evidence, kind, error, message)];
    }),
  );
}
