import { softmax } from "../../losses/softmax.js";
import type { Matrix } from "../../matrix/matrix.js";
import type { DiagnosisKind } from "../diagnosis.js";
import { at } from "../evidence.js";
import { exact, fit, type Mistake } from "../mistake.js";
import { multipleOf } from "./multiple-of.js";

/** What may stand where softmax of the scores belongs in the gradient of cross-entropy. */
const substitutes: readonly [kind: DiagnosisKind, of: (scores: Matrix) => Matrix, message: string][] = [
  [
    "wrong-axis",
    (x) => softmax(x.transpose()).transpose(),
    "has softmax over each column of the scores: take it over each row, the classes of one example.",
  ],
  ["taken-at-output", (x) => softmax(softmax(x)), "has softmax of softmax of the scores: take it once."],
  ["wrong-formula", (x) => x, "has the scores themselves where softmax of them belongs."],
  ["wrong-formula", (x) => x.exp(), "has exp(scores) where softmax belongs: divide each row by its sum."],
];

/** Something else than softmax of the scores in the gradient of a loss, p − 1(label). */
export const wrongProbabilities: Mistake = (evidence) => {
  const { value: x } = evidence.wrong;
  if (!evidence.isInput || x.cols < 2) return [];
  const right = softmax(x);
  return substitutes.flatMap(([kind, of, message]) => {
    const difference = of(x).subtract(right);
    const found = multipleOf(evidence, (i) => at(difference, i));
    return found && found.factor > 0 ? [fit(evidence, kind, found.error, message)] : [];
  });
};

/** The derivative of the probabilities once more beside p − 1(label), which has it in it already, or taken out. */
export const slopeOfProbabilities: Mistake = (evidence) => {
  const { value: x, expected } = evidence.wrong;
  if (!evidence.isInput) return [];
  const sigmoid = x.map((s) => 1 / (1 + Math.exp(-s)));
  const slope = (p: Matrix) => p.multiply(p.map((value) => 1 - value));
  const twice = "is multiplied by p (1 − p) once too often: for cross-entropy, p − 1(label) is all of it.";
  const missing = "is that of the probabilities p: multiply by p (1 − p), the derivative of the sigmoid.";
  return [
    ...exact(evidence, "wrong-formula", expected.multiply(slope(softmax(x))), twice),
    ...exact(evidence, "wrong-formula", expected.multiply(slope(sigmoid)), twice),
    ...exact(evidence, "slope-missing", expected.divide(slope(sigmoid)), missing),
  ];
};
