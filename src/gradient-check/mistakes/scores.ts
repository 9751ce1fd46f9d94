import { softmax } from "../../losses/softmax.js";
import type { Matrix } from "../../matrix/matrix.js";
import type { DiagnosisKind } from "../diagnosis.js";
import type { Formula, Mistake } from "../mistake.js";
import { isLabel } from "./is-label.js";

/** What may stand where softmax of each row of the scores belongs in the gradient of cross-entropy. */
const substitutes: readonly [kind: DiagnosisKind, shown: string, of: (scores: Matrix) => Matrix][] = [
  ["wrong-axis", "softmax of each column", (x) => softmax(x.transpose()).transpose()],
  ["taken-at-output", "softmax of softmax", (x) => softmax(softmax(x))],
  ["wrong-formula", "the scores themselves", (x) => x],
  ["wrong-formula", "exp(scores), not divided by its sum,", (x) => x.exp()],
];

/** Mistakes in the gradient of a loss of scores: p − 1(label) for cross-entropy, with p from softmax or sigmoid. */
export const scores: Mistake = (evidence) => {
  const { value: x, expected } = evidence.wrong;
  if (!evidence.isInput) return [];
  const p = softmax(x);
  const sigmoid = x.map((s) => 1 / (1 + Math.exp(-s)));
  const slope = (p: Matrix) => p.subtract(p.multiply(p));
  const labels = expected.map((_, row, col) => Number(isLabel(evidence, row * x.cols + col)));
  const largest = expected.max(1);
  return [
    ...substitutes.flatMap(([kind, shown, of]) =>
      // The loss is a sum over the rows, or a mean.
      [1, x.rows].map(
        (count): Formula => ({
          kind,
          gradient: expected.add(of(x).subtract(p).divide(count)),
          message: `has ${shown} where softmax of each row of the scores belongs.`,
        }),
      ),
    ),
    {
      kind: "wrong-formula",
      gradient: expected.multiply(slope(sigmoid)),
      message: "has p (1 − p) once too often: take it out, since cross-entropy has the gradient p − y.",
    },
    {
      kind: "slope-missing",
      gradient: expected.divide(slope(sigmoid)),
      message: "is that of the probabilities p: multiply by p (1 − p), the derivative of the sigmoid.",
    },
    {
      kind: "slope-missing",
      gradient: expected.multiply(labels).divide(slope(p)),
      message: "is −1 / p at the label and 0 elsewhere: go back through softmax too, to p − 1(label).",
    },
    {
      kind: "label",
      gradient: expected.map((g, row, col) => (labels.get(row, col) ? -largest.get(row, 0) : g)),
      message: "takes 1 at the label: for the hinge loss, take 1 for each term of the row that is above 0.",
    },
  ];
};
