import { NonFiniteError } from "../errors/non-finite-error.js";
import type { Softmax } from "../kernels/plain/softmax.js";
import { checkResult, isMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import type { Labels, LossAndGradient } from "./loss.js";

/** How `softmaxCrossEntropy` takes its targets. */
export interface SoftmaxCrossEntropyOptions {
  /**
   * ε, from 0 to 1, the share of each target that is spread over all C classes: q becomes (1 − ε) q + ε / C; 0
   * if not given.
   */
  readonly labelSmoothing?: number | undefined;
  /** w, a weight of at least 0 for each class; all 1 if not given. */
  readonly classWeights?: ArrayLike<number> | undefined;
}

/**
 * The softmax cross-entropy of targets in general: L = Σᵢⱼ cᵢⱼ (log Σₖ exp(sᵢₖ) − sᵢⱼ), and dL/dsᵢⱼ = pᵢⱼ Σₖ cᵢₖ −
 * cᵢⱼ. The share c of a row and class is wⱼ ((1 − ε) qᵢⱼ + ε / C), over the number of rows or, for labels, over
 * the sum of their weights. All terms of L are at least 0, so it keeps its digits.
 */
export function weightedCrossEntropy(
  scores: Matrix,
  targets: Labels | Matrix,
  { labelSmoothing = 0, classWeights }: SoftmaxCrossEntropyOptions,
  { probs, max, rest }: Softmax,
): LossAndGradient {
  const { rows, cols } = scores;
  const column = (data: Float64Array): Matrix => new Matrix(rows, 1, data);
  const q: Matrix = isMatrix(targets) ? targets : Matrix.oneHot(targets, cols);
  const w = classWeights ? new Matrix(1, cols, Float64Array.from(classWeights)) : 1;
  const total = isMatrix(targets) ? rows : q.multiply(w).sum();
  const c = q
    .multiply(1 - labelSmoothing)
    .add(labelSmoothing / cols)
    .multiply(w)
    .divide(total || Infinity);

  // Half of -log p, since the distance of two scores may overflow; log Σₖ exp(sᵢₖ - max) is log(1 + rest).
  const halves = column(max)
    .divide(2)
    .subtract(scores.divide(2))
    .add(column(rest).map((sum) => Math.log1p(sum) / 2));
  const losses = c.multiply(halves).sum(1);
  const loss = losses.sum() * 2;
  if (!(loss + total < Infinity)) {
    const row = losses.argmax();
    throw new NonFiniteError(
      `softmaxCrossEntropy: the loss is above the largest float64: in row ${row} the largest score is ${max[row]}`,
      "scores that lie closer together",
    );
  }
  const p: Matrix = new Matrix(rows, cols, probs);
  const gradient = p.multiply(c.sum(1)).subtract(c);
  checkResult("softmaxCrossEntropy", "the gradient", gradient);
  return { loss, gradient };
}
