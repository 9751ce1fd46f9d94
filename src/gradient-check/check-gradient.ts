import { checkBoolean, checkFunction } from "../errors/kind.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { checkLayer } from "../layers/check-layers.js";
import type { Layer } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import type { Loss } from "../losses/loss.js";
import { checkInput } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import type { Regularizer } from "../regularizers/regularizer.js";
import { type Comparison, compareDerivatives, countOf } from "./derivatives.js";
import { diagnoseLayer } from "./diagnose-layer.js";
import type { Diagnosis } from "./diagnosis.js";
import { findProblems } from "./findings.js";
import type { GradientProblem } from "./gradient-problem.js";
import { GradientReport } from "./gradient-report.js";
import { type InnerUse, innerUses } from "./inner-uses.js";
import { LossLayer, sum } from "./loss-layer.js";
import { COMPARISON_OPTIONS, comparisonFrom, type GradientCheckOptions } from "./options.js";
import { type Trial, trialOf } from "./trial.js";
import { weightedSum } from "./weighted-sum.js";

/** What {@link gradientCheck} does with a layer or a loss function. */
export function checkGradient(
  subject: Layer | Loss,
  x: Matrix,
  options: GradientCheckOptions = {},
): GradientReport {
  checkOptions("gradientCheck", options, ["loss", "regularizer", "inputGradient", ...COMPARISON_OPTIONS]);
  const { loss, regularizer, inputGradient = true } = options;
  const comparison = comparisonFrom("gradientCheck", options);
  if (loss !== undefined) checkFunction("gradientCheck: loss", loss, "a loss function");
  if (regularizer !== undefined) checkRegularizer(regularizer);
  checkBoolean("gradientCheck: inputGradient", inputGradient);
  checkInput("gradientCheck", x);
  checkSubject(subject);

  if (isLoss(subject) && (loss !== undefined || regularizer !== undefined || !inputGradient)) {
    throw new TypeError(
      "gradientCheck: got a loss function and options for layers; expected no loss, no regularizer, " +
        "and inputGradient to be true",
    );
  }
  const own = new Matrix(x.rows, x.cols, x.data.slice());
  const trial = isLoss(subject)
    ? trialOf(new LossLayer(subject), own, sum, undefined, true)
    : trialOf(subject, own, loss ?? weightedSum(), regularizer, inputGradient);
  try {
    runEarlierStep(trial);
    const first = trial.run();
    const problems = findProblems(trial, first);
    // A derivative of what is no function would mean nothing.
    const gradients = problems[0]?.kind === "passes-differ" ? [] : first.gradients;
    const derivatives = compareDerivatives(() => trial.objective(), gradients, comparison);
    const found = diagnoseLayer(trial, first, derivatives, comparison);
    const diagnoses = found.filter(
      (diagnosis) => !problems.some((problem) => saysTheSame(problem, diagnosis)),
    );
    const entries = derivatives.flat();
    const { tolerance } = comparison;
    if (found.length === 0 && entries.some(({ relativeError }) => relativeError > tolerance)) {
      const uses = innerUses(trial.layer, x, first.outputGradient, inputGradient);
      diagnoses.push(...uses.flatMap((use, i) => diagnoseUse(use, i, comparison, inputGradient || i > 0)));
    }
    return new GradientReport(entries, problems, tolerance, countOf(gradients), diagnoses);
  } finally {
    trial.restore();
  }
}

/** Checks a layer within the subject by itself. */
function diagnoseUse(
  { layer, x, outputGradient }: InnerUse,
  place: number,
  { samples, random, step, tolerance }: Comparison,
  inputGradient: boolean,
): Diagnosis[] {
  if (!outputGradient) return [];
  const loss = (y: Matrix) => ({ loss: y.multiply(outputGradient).sum(), gradient: outputGradient });
  const options = { loss, inputGradient, samples, random, step, tolerance };
  return checkGradient(layer, x, options).diagnoses.map((diagnosis) => ({
    ...diagnosis,
    name: `${place}.${diagnosis.name}`,
    message: `In layer ${place} (${nameOf(layer)}), checked by itself: ${diagnosis.message}`,
  }));
}

/** Whether a problem is the cause of what the numbers look like. */
function saysTheSame(problem: GradientProblem, { kind, name }: Diagnosis): boolean {
  if (problem.kind === "gradient-kept") return kind === "accumulated";
  // Without the penalty's gradient nothing is left.
  return problem.kind === "penalty-not-added" && kind === "zeros" && name !== "x";
}

/** Makes a step before the one that is checked, so that what a layer keeps of it shows. */
function runEarlierStep(trial: Trial): void {
  try {
    trial.atEarlierStep(() => trial.run());
  } catch {
    // The step that is checked will throw it.
  }
}

function isLoss(subject: Layer | Loss): subject is Loss {
  return typeof subject === "function";
}

function checkSubject(subject: unknown): void {
  const isClassOfLayers =
    typeof (subject as { prototype?: Partial<Layer> } | undefined)?.prototype?.forward === "function";
  if (typeof subject === "object" || isClassOfLayers) checkLayer("gradientCheck: subject", subject);
  else checkFunction("gradientCheck: subject", subject, "a layer or a loss function");
}

function checkRegularizer(regularizer: unknown): void {
  const { penalty, apply } = Object(regularizer) as Partial<Regularizer>;
  if (typeof penalty === "function" && typeof apply === "function") return;
  wrongType("gradientCheck: regularizer", regularizer, "an object with the methods penalty and apply");
}
