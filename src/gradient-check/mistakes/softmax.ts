import { Matrix } from "../../matrix/matrix.js";
import { exact, type Mistake } from "../mistake.js";

/** What is left of dL/dx = y ⊙ (G − Σ G y), with the sum over each row, which is the way back through softmax. */
export const softmaxMistaken: Mistake = (evidence) => {
  const { wrong } = evidence;
  const y = evidence.alike(wrong.y);
  const G = evidence.alike(wrong.outputGradient);
  if (!y || !G || y.cols < 2 || !y.sum(1).allClose(Matrix.full(y.rows, 1, 1))) return [];
  const diagonal = y.multiply(y.map((p) => 1 - p));
  const alone = "is y (1 − y)";
  const jacobian = "Softmax has this on the diagonal of its Jacobian alone, and −yᵢyⱼ beside it";
  const half = "is y times dL/dy alone: softmax has it less y times the row's Σ y dL/dy.";
  return [
    ...exact(evidence, "term-missing", G.multiply(y), half),
    ...exact(evidence, "term-missing", G.multiply(diagonal), `${alone} times dL/dy. ${jacobian}.`),
    ...exact(evidence, "upstream-ignored", diagonal, `${alone}, without dL/dy. ${jacobian}.`),
    ...exact(
      evidence,
      "wrong-axis",
      y.multiply(G.subtract(G.multiply(y).sum(0))),
      "has Σ y dL/dy of each column: softmax takes the sum over each row.",
    ),
  ];
};
