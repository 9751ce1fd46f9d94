import type { Matrix } from "../matrix/matrix.js";
import { compared } from "./compared.js";
import type { Comparison, Gradient } from "./derivatives.js";
import { diagnose } from "./diagnose.js";
import type { Diagnosis } from "./diagnosis.js";
import { atEarlierX } from "./earlier-step.js";
import type { GradientEntry } from "./gradient-report.js";
import { numericGradient } from "./numeric-gradient.js";
import { roundingOf } from "./slopes.js";
import type { Run, Trial } from "./trial.js";

/** What explains each gradient of a run that has an error above the tolerance; `derivatives` are in the run's order. */
export function explain(
  trial: Trial,
  run: Run,
  derivatives: readonly (readonly GradientEntry[])[],
  { step, tolerance }: Comparison,
): Diagnosis[] {
  return derivatives.flatMap((entries, n) => {
    const gradient = run.gradients[n];
    const wrong = gradient && compared(gradient, entries, tolerance);
    if (!wrong) return [];
    const { name, value, indices } = wrong;
    const penalty = numericGradient(trial.penalty, value, indices, step);
    return diagnose({
      ...wrong,
      noise: roundingOf(trial.objective(), step),
      x: trial.x,
      y: run.y,
      outputGradient: run.outputGradient,
      parameters: trial.layer.parameters,
      penalty,
      earlier: earlierGradient(trial, run, gradient, indices, step).add(penalty),
      atOutput: name === "x" ? gradientAtOutput(trial, run, step) : undefined,
    });
  });
}

/** The right gradient for the x of the step before and the dL/dy of this one. */
function earlierGradient(
  trial: Trial,
  { outputGradient }: Run,
  { value }: Gradient,
  indices: readonly number[],
  step: number,
): Matrix {
  const objective = () => trial.forward().multiply(outputGradient).sum();
  return atEarlierX(trial, () => numericGradient(objective, value, indices, step));
}

/** dL/dy times the derivative at y, if the layer is elementwise; undefined if it takes no such x. */
function gradientAtOutput(trial: Trial, { y, outputGradient }: Run, step: number): Matrix | undefined {
  const { x } = trial;
  if (y.rows !== x.rows || y.cols !== x.cols) return undefined;
  const numbers = x.data.slice();
  const at = (shift: number) => {
    x.data.set(y.add(shift).data);
    return trial.forward();
  };
  try {
    return at(step)
      .subtract(at(-step))
      .divide(2 * step)
      .multiply(outputGradient);
  } catch {
    return undefined; // y may be no x of this layer, as for a logarithm
  } finally {
    x.data.set(numbers);
  }
}
