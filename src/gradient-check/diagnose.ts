import { checkWrongGradient } from "./check-wrong-gradient.js";
import type { Diagnosis } from "./diagnosis.js";
import { Evidence } from "./evidence.js";
import { mistakes } from "./mistakes/mistakes.js";
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
 * // => "The gradient of W is the right one with the wrong sign: change the sign."
 * ```
 */
export function diagnose(wrong: WrongGradient): Diagnosis[] {
  checkWrongGradient(wrong);
  return diagnosesOf(wrong);
}

/** Does the same without checks. Evidence that is not finite fits nothing. */
export function diagnosesOf(wrong: WrongGradient): Diagnosis[] {
  const found = fitsOf(wrong);
  const { penalty, actual, expected, earlier, local } = wrong;
  if (found.length > 0 || !penalty) return found;
  // The rest alone may have a mistake that the penalty's gradient hides.
  const rest = fitsOf({
    ...wrong,
    actual: actual.subtract(penalty),
    expected: expected.subtract(penalty),
    earlier: earlier?.subtract(penalty),
    local: local?.subtract(penalty),
  });
  return rest.map((one) => ({ ...one, evidence: `${one.evidence}, both without the penalty's gradient` }));
}

function fitsOf(wrong: WrongGradient): Diagnosis[] {
  const evidence = new Evidence(wrong);
  if (!evidence.tells) return [];
  for (const alike of mistakes) {
    const fits = alike.flatMap((mistake) => mistake(evidence));
    if (fits.length > 0) return fits.map((fit) => ({ ...fit, name: wrong.name }));
  }
  return [];
}
