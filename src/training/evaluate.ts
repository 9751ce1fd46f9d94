import type { AnyTargets, Examples } from "../data/examples.js";
import { isNonFinite, NonFiniteError } from "../errors/non-finite-error.js";
import { wrongType } from "../errors/wrong.js";
import type { LossAndGradient } from "../losses/loss.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkMatrix, checkResult } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Plan } from "./plan.js";
import type { Validation } from "./training-step.js";

/** The loss and the metrics of a model's predictions; an error calls what they are predicted for validation. */
export function evaluate(plan: Plan, { x, y }: Examples<AnyTargets>): Validation {
  const outputs = plan.model.predict(x);
  return {
    loss: lossOf(plan, outputs, y, "the loss on validation").loss,
    metrics: metricsOf(plan, outputs, y),
  };
}

/**
 * Throws if the loss or a metric refuses the targets, so that a label that fits no column is found before the
 * first step. Numbers that are not finite are left to the training, which says in which step they came up.
 */
export function rehearse(plan: Plan): void {
  try {
    evaluate(plan, plan.data);
    if (plan.validation !== undefined) evaluate(plan, plan.validation);
  } catch (error) {
    if (!isNonFinite(error)) throw error;
  }
}

/**
 * What the loss function returns. Throws unless it is a finite loss with a finite gradient of the shape of
 * the outputs.
 */
export function lossOf(
  { operation, loss }: Plan,
  outputs: Matrix,
  y: AnyTargets,
  what = "the loss",
): LossAndGradient {
  const result: unknown = loss(outputs, y);
  if (typeof result !== "object" || result === null) {
    wrongType(`${operation}: what loss returned`, result, "an object with loss and gradient");
  }
  const { loss: value, gradient } = result as LossAndGradient;
  if (typeof value !== "number") wrongType(`${operation}: the loss`, value, "a number");
  checkMatrix(`${operation}: the gradient of the loss`, gradient);
  checkSameShape(operation, gradient.shape, outputs.shape, ["the gradient of the loss", "the outputs"]);
  if (!Number.isFinite(value)) throw new NonFiniteError(`${operation}: ${what} is ${value}`);
  checkResult(operation, `the gradient of ${what}`, gradient);
  return { loss: value, gradient };
}

/** The metrics by name. Each may be any number, even NaN. */
export function metricsOf(
  { operation, metrics }: Plan,
  outputs: Matrix,
  y: AnyTargets,
): Record<string, number> {
  const measured = Object.entries(metrics).map(([name, metric]) => {
    const result: unknown = metric(outputs, y);
    const value = typeof result === "number" ? result : (result as Partial<LossAndGradient> | null)?.loss;
    if (typeof value !== "number") {
      wrongType(`${operation}: what metric ${name} returned`, result, "a number, or an object with a loss");
    }
    return [name, value] as const;
  });
  return Object.fromEntries(measured);
}
