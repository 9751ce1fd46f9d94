import { checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RequireSameShape } from "../matrix/shape-types.js";
import { checkTargets } from "./check-targets.js";
import { elementwiseLoss } from "./elementwise-loss.js";
import type { LossAndGradient } from "./loss.js";
import type { ReductionOptions } from "./reduction.js";

/** Where {@link huber} turns from a square to a line. */
export interface HuberOptions extends ReductionOptions {
  /** δ, above 0; 1 if not given. */
  readonly delta?: number | undefined;
}

/**
 * A squared error that grows linearly for outliers. With e = o − t, the mean over all outputs o and their targets t
 * of
 *
 * - ½ e² if |e| ≤ δ, with the slope e,
 * - δ (|e| − ½ δ) if not, with the slope ±δ,
 *
 * as in PyTorch. With `sumColumns: true` it is divided by the number of rows alone. No outputs have loss 0.
 *
 * @param outputs - o, one example a row
 * @param targets - t, of the shape of the outputs
 * @throws ShapeError if outputs and targets have different shapes; RangeError if one of them is NaN or infinite, if
 * δ is not above 0, or if they lie so far apart that a loss is no finite number
 * @see {@link https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html | PyTorch, HuberLoss}
 * @example
 * ```ts
 * import { huber, Matrix } from "spiralnet";
 *
 * const { loss, gradient } = huber(
 *   Matrix.fromRows([[1, 5]]),
 *   Matrix.fromRows([[0, 0]]),
 *   { delta: 2 },
 * );
 * loss; // => 4.25
 * gradient; // => [[0.5, 1]]
 * ```
 */
export function huber<R extends number, C extends number, Targets extends Matrix>(
  outputs: Matrix<R, C>,
  targets: Targets & RequireSameShape<Matrix<R, C>, Targets>,
  options: HuberOptions = {},
): LossAndGradient<R, C> {
  checkTargets("huber", outputs, targets);
  checkOptions("huber", options, ["sumColumns", "delta"]);
  const { delta = 1 } = options;
  checkPositive("huber: delta", delta);
  return elementwiseLoss(
    "huber",
    outputs,
    targets,
    options,
    (o, t) => {
      const e = Math.abs(o - t);
      return e <= delta ? 0.5 * e * e : delta * (e - 0.5 * delta);
    },
    (o, t) => Math.max(-delta, Math.min(o - t, delta)),
  );
}
