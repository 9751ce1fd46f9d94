import { checkFinite } from "../errors/number.js";
import type { Layer } from "../layers/layer.js";
import type { Loss } from "../losses/loss.js";
import { checkAllFinite } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import { type Comparison, compareDerivatives, type Gradient } from "./derivatives.js";
import { evaluateLoss } from "./evaluate-loss.js";
import type { GradientProblem } from "./gradient-problem.js";
import { GradientReport } from "./gradient-report.js";
import { compareGradients, compareResults, compareValues } from "./repeated-passes.js";
import { runRowByRow } from "./row-by-row.js";
import { runInBetween } from "./run-between.js";
import { savedParameters, savedState } from "./saved.js";
import { Probe, runTrial, type Trial, type TrialRun } from "./trial.js";
import { runInTwoPlaces } from "./two-places.js";

/** What the objective of a layer is made of. */
export interface ObjectiveTerms {
  readonly loss: Loss;
  readonly regularizer: Regularizer | undefined;
}

/** Checks a layer on some examples, and leaves it as it was. */
export function checkLayerGradients(
  layer: Layer,
  x: Matrix,
  terms: ObjectiveTerms,
  comparison: Comparison,
): GradientReport {
  const rewind = savedState(layer);
  const restore = savedParameters(layer.parameters);
  // Copies, so that a loss may do with its scores and its gradient what it likes.
  const outputGradient = (y: Matrix) => evaluateLoss(terms.loss, y.copy()).gradient.copy();
  try {
    return report({ layer, x, outputGradient, rewind }, terms, comparison);
  } finally {
    restore();
    rewind();
  }
}

function report(trial: Trial, terms: ObjectiveTerms, comparison: Comparison): GradientReport {
  const { layer } = trial;
  const first = runTrial(trial);
  const gradients = withPenalty(first, layer, terms.regularizer);
  const second = runTrial(trial);
  const objective = objectiveOf(trial, terms);
  const differing = compareResults(layer, first, second) ?? compareValues(objective(), objective());
  // A derivative of what is no function would mean nothing.
  if (differing) return new GradientReport([], [differing], comparison.tolerance);

  const kept = compareGradients(layer, first, second);
  // What is left over from earlier passes would look like the other mistakes too.
  const problems = kept.length > 0 ? kept : [...usedTwice(trial, first), ...runRowByRow(trial, first)];
  const derivatives = compareDerivatives(objective, gradients, comparison);
  return new GradientReport(derivatives, problems, comparison.tolerance);
}

/** What goes wrong if the layer runs twice in a pass. */
function usedTwice(trial: Trial, once: TrialRun): GradientProblem[] {
  try {
    return [...runInTwoPlaces(trial, once), ...runInBetween(trial, once)];
  } catch (error) {
    // A layer that calls the forward and backward of another one can't run twice, but it says so: no number is wrong.
    if (error instanceof Error && error.name === "PassError") return [];
    throw error;
  }
}

/** The objective as a function of the numbers that the parameters and x hold: one forward pass. */
function objectiveOf({ layer, x, rewind }: Trial, { loss, regularizer }: ObjectiveTerms): () => number {
  const probe = new Probe(layer);
  return () => {
    rewind();
    const data = evaluateLoss(loss, probe.forward(x)).loss;
    const penalty = regularizer?.penalty(layer.parameters) ?? 0;
    checkFinite("gradientCheck: the penalty", penalty);
    return data + penalty;
  };
}

/** The gradients of the objective, right after the run that left those of the loss in the parameters. */
function withPenalty(
  { gradients }: TrialRun,
  { parameters }: Layer,
  regularizer: Regularizer | undefined,
): Gradient[] {
  regularizer?.apply(parameters);
  return gradients.map(({ name, value, gradient }, i) => {
    const whole = parameters[i]?.gradient.copy() ?? gradient;
    checkAllFinite("gradientCheck", `the gradient of ${name}`, whole);
    return { name, value, gradient: whole };
  });
}
