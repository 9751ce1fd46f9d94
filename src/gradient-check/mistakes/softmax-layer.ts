import { Matrix } from "../../matrix/matrix.js";
import type { Mistake } from "../mistake.js";

/** What is left of y (G − Σ y G), with the sum over each row: the way back through softmax. */
export const softmaxLayer: Mistake = (evidence) => {
  const { wrong } = evidence;
  const [y, G] = [evidence.alike(wrong.y), evidence.alike(wrong.outputGradient)];
  if (!y || !G || y.cols < 2 || !y.sum(1).allClose(Matrix.full(y.rows, 1, 1))) return [];
  const diagonal = y.subtract(y.multiply(y));
  const right = "the way back through softmax is y (dL/dy − Σ y dL/dy), with the sum over each row.";
  return [
    { kind: "term-missing", gradient: G.multiply(diagonal), message: `is y (1 − y) dL/dy: ${right}` },
    { kind: "upstream-ignored", gradient: diagonal, message: `is y (1 − y): ${right}` },
    {
      kind: "wrong-axis",
      gradient: y.multiply(G.subtract(G.multiply(y).sum(0))),
      message: `has the sum over each column: ${right}`,
    },
    { kind: "term-missing", gradient: G.multiply(y), message: `is y dL/dy: ${right}` },
  ];
};
