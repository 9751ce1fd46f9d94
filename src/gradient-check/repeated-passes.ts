import type { Layer } from "../layers/layer.js";
import { nameOf } from "../layers/summary.js";
import { deviatingGradients, largestDeviation } from "./deviation.js";
import type { GradientProblem } from "./gradient-problem.js";
import type { TrialRun } from "./trial.js";

/** Compares the results of two equal passes: a function has one value. */
export function compareResults(layer: Layer, first: TrialRun, second: TrialRun): GradientProblem | undefined {
  const deviation = largestDeviation("y", second.y, first.y);
  if (deviation === undefined) return undefined;
  const { place, actual, expected } = deviation;
  return {
    kind: "passes-differ",
    message:
      `two passes differ: ${nameOf(layer)} makes ${place} ${expected} of x, then ${actual} of the same x; ` +
      "expected one result, with random generators and all else that passes change listed in `state`",
  };
}

/** Compares the losses of equal scores. */
export function compareValues(first: number, second: number): GradientProblem | undefined {
  if (first === second) return undefined;
  return {
    kind: "passes-differ",
    message: `two passes differ: the loss of the same scores is ${first}, then ${second}; expected one value`,
  };
}

/** Compares the gradients of two equal passes: a gradient is that of its own pass alone. */
export function compareGradients(layer: Layer, first: TrialRun, second: TrialRun): GradientProblem[] {
  return deviatingGradients(second, first).map(({ place, actual, expected }) => ({
    kind: "gradient-kept",
    message:
      `${nameOf(layer)} keeps gradients from step to step: ${place} is ${expected} in one pass, and ${actual} in ` +
      "the next one, over the same x; expected what `back` computes in its own pass alone",
  }));
}
