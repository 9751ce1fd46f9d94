import type { CheckDifference } from "./check-report.js";
import type { Numbers } from "./draw.js";
import { madeBy, Thrown } from "./thrown.js";
import type { Trial } from "./trial.js";

/** The first input that the library refuses and the homework takes. */
export function missingError(
  trial: Trial,
): { readonly difference: CheckDifference; readonly input: Numbers } | undefined {
  for (const { place, input, like, mine } of trial.refusals()) {
    const refusal = madeBy(like);
    if (!(refusal instanceof Thrown) || madeBy(mine) instanceof Thrown) continue;
    const expected = refusal.failure.actual;
    const message = `it takes ${place} without an error; expected one such as ${expected}`;
    return { difference: { what: "missing-error", place, actual: "no error", expected, message }, input };
  }
  return undefined;
}
