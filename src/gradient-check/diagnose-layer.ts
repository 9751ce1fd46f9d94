import { Matrix } from "../matrix/matrix.js";
import type { Comparison } from "./derivatives.js";
import { diagnose } from "./diagnose.js";
import type { Diagnosis } from "./diagnosis.js";
import type { GradientEntry } from "./gradient-report.js";
import { localEvidence } from "./local-evidence.js";
import { LossLayer } from "./loss-layer.js";
import { numericGradient } from "./numeric-gradient.js";
import type { Run, Trial } from "./trial.js";
import { wrongGradientOf } from "./wrong-gradient-of.js";

/**
 * Diagnoses the wrong gradients of a run; `derivatives` are those of its gradients, in their order. Of the
 * mistakes that explain one of them, those that explain others too come first.
 */
export function diagnoseLayer(
  trial: Trial,
  run: Run,
  derivatives: readonly (readonly GradientEntry[])[],
  comparison: Comparison,
): Diagnosis[] {
  const each = derivatives.map((entries, n) => diagnoseGradient(trial, run, n, entries, comparison));
  const all = each.flat();
  const count = ({ kind }: Diagnosis) => all.filter((other) => other.kind === kind).length;
  return each.flatMap((diagnoses) => [...diagnoses].sort((a, b) => count(b) - count(a)));
}

function diagnoseGradient(
  trial: Trial,
  { gradients, y, outputGradient }: Run,
  n: number,
  entries: readonly GradientEntry[],
  comparison: Comparison,
): Diagnosis[] {
  const { x, layer, forward } = trial;
  const gradient = gradients[n] as (typeof gradients)[number];
  const wrong = wrongGradientOf(gradient, entries, comparison, trial.objective);
  if (!wrong) return [];
  // A loss has no y but a number.
  if (layer instanceof LossLayer) return diagnose({ ...wrong, x });
  const known = { ...wrong, x, y, outputGradient, parameters: layer.parameters };
  const measured = (objective: () => number) => numericGradient(objective, wrong, comparison);
  const penalty = measured(trial.penalty);
  const earlier = trial.atEarlierStep(() => measured(() => forward().multiply(outputGradient).sum()));
  const { local, atOutput } = localEvidence(forward, known, comparison);
  return diagnose({
    ...known,
    penalty,
    earlier: earlier.add(penalty),
    local: local?.add(penalty),
    localActual: givenForOnes(trial, y, n),
    atOutput,
  });
}

/** The gradient given if dL/dy is 1 everywhere; undefined if the way back fails for that. */
function givenForOnes(trial: Trial, { rows, cols }: Matrix, n: number): Matrix | undefined {
  try {
    return trial.run(undefined, Matrix.full(rows, cols, 1)).gradients[n]?.gradient;
  } catch {
    return undefined;
  }
}
