import { Matrix } from "../matrix/matrix.js";
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
    if (!gradient || entries.every(({ relativeError }) => relativeError <= tolerance)) return [];
    const { name, value, gradient: actual } = gradient;
    const expected = Matrix.zeros(value.rows, value.cols);
    for (const { row, col, numeric } of entries) expected.set(row, col, numeric);
    // At a kink there is no right derivative.
    const known = entries.filter(({ kink }) => !kink);
    return diagnose({
      name,
      value,
      actual,
      expected,
      indices: known.map(({ row, col }) => row * value.cols + col),
      tolerance,
      noise: roundingOf(trial.objective(), step),
      x: trial.x,
      y,
      outputGradient,
    });
  });
}
