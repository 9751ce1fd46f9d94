import { checkFinite } from "../errors/number.js";
import type { Loss, LossAndGradient } from "../losses/loss.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/** Calls a loss and checks its result. */
export function evaluateLoss(loss: Loss, scores: Matrix): LossAndGradient {
  const { shape } = scores;
  const { loss: value, gradient }: Partial<LossAndGradient> = Object(loss(scores));
  checkFinite("gradientCheck: the loss", value);
  checkMatrix("gradientCheck: the loss's gradient", gradient);
  checkSameShape("gradientCheck", shape, gradient.shape, ["what the loss got", "its gradient"]);
  checkAllFinite("gradientCheck", "the loss's gradient", gradient);
  return { loss: value, gradient };
}
