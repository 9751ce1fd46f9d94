import { compared } from "./compared.js";
import type { Comparison } from "./derivatives.js";
import { diagnose } from "./diagnose.js";
import type { Diagnosis } from "./diagnosis.js";
import type { GradientEntry } from "./gradient-report.js";
import { roundingOf } from "./slopes.js";
import type { Run, Trial } from "./trial.js";

/** What explains each gradient of a run that has an error above the tolerance; `derivatives` are in the run's order. */
export function explain(
  trial: Trial,
  { gradients, y, outputGradient }: Run,
  derivatives: readonly (readonly GradientEntry[])[],
  { step, tolerance }: Comparison,
): Diagnosis[] {
  return derivatives.flatMap((entries, i) => {
    const gradient = gradients[i];
    const wrong = gradient && compared(gradient, entries, tolerance);
    if (!wrong) return [];
    return diagnose({
      ...wrong,
      noise: roundingOf(trial.objective(), step),
      x: trial.x,
      y,
      outputGradient,
    });
  });
}
