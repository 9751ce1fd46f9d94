import type { Loss } from "../losses/loss.js";
import type { Matrix } from "../matrix/matrix.js";
import { type Comparison, compareDerivatives } from "./derivatives.js";
import { largestDeviation } from "./deviation.js";
import { evaluateLoss } from "./evaluate-loss.js";
import type { GradientProblem } from "./gradient-problem.js";
import { GradientReport } from "./gradient-report.js";
import { compareValues } from "./repeated-passes.js";

/** Checks a loss function on some scores. */
export function checkLoss(loss: Loss, x: Matrix, comparison: Comparison): GradientReport {
  const scores = x.copy();
  const first = evaluateLoss(loss, scores);
  const gradient = first.gradient.copy();
  const value = () => evaluateLoss(loss, x.copy()).loss;
  const differing = compareValues(first.loss, value());
  if (differing) return new GradientReport([], [differing], comparison.tolerance);

  const derivatives = compareDerivatives(value, [{ name: "x", value: x, gradient }], comparison);
  return new GradientReport(derivatives, writing(x, scores), comparison.tolerance);
}

function writing(x: Matrix, scores: Matrix): GradientProblem[] {
  if (largestDeviation("x", scores, x) === undefined) return [];
  return [
    {
      kind: "argument-written",
      message: "the loss writes to its scores; expected them to be left as they are",
    },
  ];
}
