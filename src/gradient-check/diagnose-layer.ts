import type { Matrix } from "../matrix/matrix.js";
import type { Comparison } from "./derivatives.js";
import { diagnose } from "./diagnose.js";
import type { Diagnosis } from "./diagnosis.js";
import { atEarlierX } from "./earlier-step.js";
import type { GradientEntry } from "./gradient-report.js";
import { LossLayer } from "./loss-layer.js";
import { numericGradient } from "./numeric-gradient.js";
import type { Run, Trial } from "./trial.js";
import { wrongGradientOf } from "./wrong-gradient-of.js";

/** Diagnoses the wrong gradients of a run; `derivatives` are those of its gradients, in their order. */
export function diagnoseLayer(
  trial: Trial,
  { gradients, y, outputGradient }: Run,
  derivatives: readonly (readonly GradientEntry[])[],
  comparison: Comparison,
): Diagnosis[] {
  const { x, layer } = trial;
  return derivatives.flatMap((entries, n) => {
    const gradient = gradients[n] as (typeof gradients)[number];
    const wrong = wrongGradientOf(gradient, entries, comparison, trial.objective);
    if (!wrong) return [];
    // A loss has no y but a number.
    if (layer instanceof LossLayer) return diagnose({ ...wrong, x });
    const measured = (objective: () => number) => numericGradient(objective, wrong, comparison);
    const penalty = measured(trial.penalty);
    const earlier = atEarlierX(trial, () => measured(() => trial.forward().multiply(outputGradient).sum()));
    return diagnose({
      ...wrong,
      x,
      y,
      outputGradient,
      parameters: layer.parameters,
      penalty,
      earlier: earlier.add(penalty),
      atOutput:
        wrong.value === x ? slopesAtOutput(trial, y, comparison.step)?.multiply(outputGradient) : undefined,
    });
  });
}

/** The derivative of an elementwise layer at y instead of x; undefined if y is no x for it. */
function slopesAtOutput(trial: Trial, y: Matrix, step: number): Matrix | undefined {
  const { x } = trial;
  if (y.rows !== x.rows || y.cols !== x.cols) return undefined;
  const numbers = x.data.slice();
  const near = (shift: number) => {
    x.data.set(y.add(shift).data);
    return trial.forward();
  };
  try {
    return near(step)
      .subtract(near(-step))
      .divide(2 * step);
  } catch {
    return undefined; // a logarithm takes x > 0 alone
  } finally {
    x.data.set(numbers);
  }
}
