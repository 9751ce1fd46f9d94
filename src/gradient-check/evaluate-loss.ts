import { checkFinite } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";
import type { Loss, LossAndGradient } from "../losses/loss.js";
import { checkAllFinite, checkMatrix, checkSameShape } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/** Calls a loss and checks its result. */
export function evaluateLoss(loss: Loss, scores: Matrix): LossAndGradient {
  const { shape } = scores;
  const result: unknown = loss(scores);
  if (typeof result !== "object" || result === null) {
    wrongType("gradientCheck: what the loss returned", result, "an object with loss and gradient");
  }
  const { loss: value, gradient } = result as Partial<LossAndGradient>;
  checkFinite("gradientCheck: the loss", value);
  checkMatrix("gradientCheck: the loss's gradient", gradient);
  checkSameShape("gradientCheck", shape, gradient.shape, ["what the loss got", "its gradient"]);
  checkAllFinite("gradientCheck", "the loss's gradient", gradient);
  return { loss: value, gradient };
}
