import { checkList } from "../errors/list.js";
import { checkInteger, checkNonNegative, checkShare } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { resemblesMatrix } from "../matrix/check-stored.js";
import { Matrix } from "../matrix/matrix.js";
import type { RequireSameShape } from "../matrix/shape-types.js";
import { checkProbabilities, checkWeights } from "./check-targets.js";
import { elementwiseLoss } from "./elementwise-loss.js";
import type { Labels, LossAndGradient } from "./loss.js";
import type { ReductionOptions } from "./reduction.js";

/** How {@link binaryCrossEntropy} weighs the positive class. */
export interface BinaryCrossEntropyOptions extends ReductionOptions {
  /** w, at least 0: a number, or one for each column; 1 if not given. */
  readonly posWeight?: number | ArrayLike<number> | undefined;
}

/**
 * The binary cross-entropy of logits z: the mean over all logits of −w t log σ(z) − (1 − t) log(1 − σ(z)), with t
 * the target of the logit, σ(z) = 1 / (1 + e⁻ᶻ) and w the weight of positive targets. dL/dz = ((1 − t) σ(z) − w t
 * σ(−z)) / (N C) for N rows of C columns. This is PyTorch's `BCEWithLogitsLoss`.
 *
 * −log σ(z) is computed as max(−z, 0) + log(1 + e^−|z|), so nothing overflows, and what is almost certain keeps its
 * digits. With `sumColumns: true` the loss is divided by N alone. No logits have loss 0.
 *
 * @param logits - z, one example a row
 * @param targets - t, probabilities of the shape of the logits; or, for a single column, labels, each 0 or 1
 * @throws ShapeError if logits and targets have different shapes; RangeError if a logit is NaN or infinite, if a
 * target is not from 0 to 1, if a weight is negative, or if a loss is no finite number
 * @see {@link https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html | PyTorch, BCEWithLogitsLoss}
 * @example
 * ```ts
 * import { binaryCrossEntropy, Matrix } from "spiralnet";
 *
 * const logits = Matrix.fromRows([[0], [-1000]]);
 * const { loss, gradient } = binaryCrossEntropy(logits, [1, 0]);
 * loss; // ≈ 0.3465736
 * gradient; // => [[-0.25], [0]]
 * ```
 */
export function binaryCrossEntropy<
  R extends number,
  C extends number,
  Targets extends Labels | Matrix = Labels,
>(
  logits: Matrix<R, C>,
  targets: Targets & RequireSameShape<Matrix<R, C>, Targets>,
  options: BinaryCrossEntropyOptions = {},
): LossAndGradient<R, C> {
  const t = resemblesMatrix(targets) ? (targets as Matrix) : columnOf(targets);
  checkProbabilities(OPERATION, logits, t, "logits", checkShare);
  checkOptions(OPERATION, options, ["sumColumns", "posWeight"]);
  const { posWeight = 1 } = options;
  const w = weightsOf(logits, posWeight);
  return elementwiseLoss(
    OPERATION,
    logits,
    t,
    options,
    (z, t, j) => (w[j] as number) * t * softplus(-z) + (1 - t) * softplus(z),
    (z, t, j) => (1 - t) * sigmoid(z) - (w[j] as number) * t * sigmoid(-z),
  );
}

const OPERATION = "binaryCrossEntropy";

/** log(1 + eᶻ) = −log σ(−z) */
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** Labels as a column of targets. */
function columnOf(labels: Labels): Matrix {
  checkList(`${OPERATION}: targets`, labels, "a Matrix of probabilities, or an array of labels, 0 or 1");
  for (let i = 0; i < labels.length; i++) checkInteger(`${OPERATION}: targets[${i}]`, labels[i], 0, 1);
  return new Matrix(labels.length, 1, Float64Array.from(labels));
}

/** The weight of each column. */
function weightsOf(logits: Matrix, posWeight: number | ArrayLike<number>): ArrayLike<number> {
  if (typeof posWeight === "object") {
    checkWeights(OPERATION, "posWeight", posWeight, logits);
    return posWeight;
  }
  checkNonNegative(`${OPERATION}: posWeight`, posWeight);
  return new Float64Array(logits.cols).fill(posWeight);
}
