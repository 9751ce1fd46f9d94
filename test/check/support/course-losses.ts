import { type Labels, Matrix } from "spiralnet";

// The losses of cs231n's first assignment.

/** The softmax loss, with the largest score of each row subtracted first. */
export function softmaxLoss(scores: Matrix, y: Labels): readonly [number, Matrix] {
  const shifted: Matrix = scores.subtract(scores.max(1));
  const exponentials = shifted.exp();
  const sums: Matrix = exponentials.sum(1);
  const logProbabilities = shifted.subtract(sums.log());
  const dscores = logProbabilities.exp().subtract(Matrix.oneHot(y, scores.cols)).divide(scores.rows);
  return [-logProbabilities.pick(y).mean(), dscores];
}

/** The multiclass SVM's loss, with a margin of 1. */
export function svmLoss(scores: Matrix, y: Labels): readonly [number, Matrix] {
  const n = scores.rows;
  const isLabel = Matrix.oneHot(y, scores.cols);
  const isOther = isLabel.negate().add(1);
  const margins: Matrix = scores.subtract(scores.pick(y)).add(1).maximum(0).multiply(isOther);
  const above = margins.greater(0);
  const dscores = above.subtract(isLabel.multiply(above.sum(1))).divide(n);
  return [margins.sum() / n, dscores];
}
