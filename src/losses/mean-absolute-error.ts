import { checkOptions } from "../errors/options.js";
import type { Matrix } from "../matrix/matrix.js";
import type { RequireSameShape } from "../matrix/shape-types.js";
import { checkTargets } from "./check-targets.js";
import { elementwiseLoss } from "./elementwise-loss.js";
import type { LossAndGradient } from "./loss.js";
import type { ReductionOptions } from "./reduction.js";

/**
 * The mean of |o − t| over all outputs o and their targets t, as in PyTorch, with dL/do = sign(o − t) / (N C) for N
 * rows of C columns. At o = t, where it has no slope, 0 is taken.
 *
 * With `sumColumns: true` it is divided by N alone. No outputs have loss 0.
 *
 * @param outputs - o, one example a row
 * @param targets - t, of the shape of the outputs
 * @throws ShapeError if outputs and targets have different shapes; RangeError if one of them is NaN or infinite,
 * or if they lie so far apart that a distance is no finite number
 * @see {@link https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html | PyTorch, L1Loss}
 * @example
 * ```ts
 * import { Matrix, meanAbsoluteError } from "spiralnet";
 *
 * const outputs = Matrix.fromRows([
 *   [1, 2],
 *   [3, 4],
 * ]);
 * const { loss, gradient } = meanAbsoluteError(
 *   outputs,
 *   Matrix.fromRows([
 *     [1, 0],
 *     [3, 10],
 *   ]),
 * );
 * loss; // => 2
 * gradient; // => [[0, 0.25], [0, -0.25]]
 * ```
 */
export function meanAbsoluteError<R extends number, C extends number, Targets extends Matrix>(
  outputs: Matrix<R, C>,
  targets: Targets & RequireSameShape<Matrix<R, C>, Targets>,
  options: ReductionOptions = {},
): LossAndGradient<R, C> {
  checkTargets("meanAbsoluteError", outputs, targets);
  checkOptions("meanAbsoluteError", options, ["sumColumns"]);
  return elementwiseLoss(
    "meanAbsoluteError",
    outputs,
    targets,
    options,
    (o, t) => Math.abs(o - t),
    (o, t) => Math.sign(o - t),
  );
}
