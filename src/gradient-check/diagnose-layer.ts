import { Matrix } from "../matrix/matrix.js";
import { type Comparison, compareDerivatives } from "./derivatives.js";
import { diagnosesOf } from "./diagnose.js";
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
  const ofLoss = diagnoseLoss(trial, run, derivatives, comparison);
  // With a wrong dL/dy all the others are wrong as well.
  if (ofLoss.length > 0) return ofLoss;
  const each = derivatives.map((entries, n) => diagnoseGradient(trial, run, n, entries, comparison));
  const count = ({ kind }: Diagnosis) =>
    each.filter((diagnoses) => diagnoses.some((other) => other.kind === kind)).length;
  return each.flatMap((diagnoses) => [...diagnoses].sort((a, b) => count(b) - count(a)));
}

/** Diagnoses dL/dy, which the loss gives, if any gradient is wrong. */
function diagnoseLoss(
  { layer, loss }: Trial,
  { y, outputGradient }: Run,
  derivatives: readonly (readonly GradientEntry[])[],
  comparison: Comparison,
): Diagnosis[] {
  const isWrong = derivatives.flat().some(({ relativeError }) => relativeError > comparison.tolerance);
  if (!isWrong || layer instanceof LossLayer) return [];
  const value = y.copy();
  const objective = () => loss(value.copy());
  const gradient = { name: "y", value, gradient: outputGradient };
  const [entries = []] = compareDerivatives(objective, [gradient], comparison);
  const wrong = wrongGradientOf(gradient, entries, comparison, objective);
  return wrong ? diagnosesOf({ ...wrong, x: value }) : [];
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
  if (layer instanceof LossLayer) return diagnosesOf({ ...wrong, x });
  const known = { ...wrong, x, y, outputGradient, parameters: layer.parameters };
  const measured = (objective: () => number) => numericGradient(objective, wrong, comparison);
  const earlier = trial.atEarlierStep(() => measured(() => forward().multiply(outputGradient).sum()));
  const { local, atOutput } = localEvidence(forward, known, comparison);
  return diagnosesOf({
    ...known,
    penalty: measured(trial.penalty),
    earlier,
    local,
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
