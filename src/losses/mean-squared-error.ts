import { checkBoolean } from "../errors/kind.js";
import { checkOptions } from "../errors/options.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RequireSameShape } from "../matrix/shape-types.js";
import { checkTargets } from "./check-targets.js";
import { elementwiseLoss } from "./elementwise-loss.js";
import type { LossAndGradient } from "./loss.js";
import type { ReductionOptions } from "./reduction.js";

/** Which form of the squared error {@link meanSquaredError} takes. */
export interface MeanSquaredErrorOptions extends ReductionOptions {
  /** Whether the error is ½ (o − t)², whose slope is o − t; false if not given, as in PyTorch. */
  readonly half?: boolean | undefined;
}

/**
 * The mean of (o − t)² over all outputs o and their targets t, as in PyTorch, with dL/do = 2 (o − t) / (N C) for N
 * rows of C columns.
 *
 * Other books divide by N alone (`sumColumns: true`) or take ½ (o − t)² (`half: true`); with both, dL/do = (o − t)
 * / N. No outputs have loss 0.
 *
 * @param outputs - o, one example a row
 * @param targets - t, of the shape of the outputs
 * @throws ShapeError if outputs and targets have different shapes; RangeError if one of them is NaN or infinite,
 * or if they lie so far apart that a square is no finite number
 * @see {@link https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html | PyTorch, MSELoss}
 * @example
 * ```ts
 * import { Matrix, meanSquaredError } from "spiralnet";
 *
 * const outputs = Matrix.fromRows([
 *   [1, 2],
 *   [3, 4],
 * ]);
 * const targets = Matrix.fromRows([
 *   [1, 0],
 *   [3, 6],
 * ]);
 * const { loss, gradient } = meanSquaredError(outputs, targets);
 * loss; // => 2
 * gradient; // => [[0, 1], [0, -1]]
 * meanSquaredError(outputs, targets, { sumColumns: true, half: true }).loss;
 * // => 2
 * ```
 */
export function meanSquaredError<R extends number, C extends number, Targets extends Matrix>(
  outputs: Matrix<R, C>,
  targets: Targets & RequireSameShape<Matrix<R, C>, Targets>,
  options: MeanSquaredErrorOptions = {},
): LossAndGradient<R, C> {
  checkTargets("meanSquaredError", outputs, targets);
  checkOptions("meanSquaredError", options, ["sumColumns", "half"]);
  const { half = false } = options;
  checkBoolean("meanSquaredError: half", half);
  const factor = half ? 0.5 : 1;
  return elementwiseLoss(
    "meanSquaredError",
    outputs,
    targets,
    options,
    (o, t) => factor * (o - t) * (o - t),
    (o, t) => 2 * factor * (o - t),
  );
}
