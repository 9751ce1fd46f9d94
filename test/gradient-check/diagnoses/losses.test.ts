import {
  binaryCrossEntropy,
  Dense,
  gradientCheck,
  hinge,
  L2,
  type LossAndGradient,
  Matrix,
  RandomState,
  sequential,
  softmax,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";

const scores = new RandomState(1).randn(5, 4);
const labels = [0, 3, 1, 2, 1];
const oneHot = Matrix.oneHot(labels, 4);

/** Cross-entropy with any gradient; p are the probabilities. */
function crossEntropy(gradientOf: (p: Matrix, right: Matrix, s: Matrix) => Matrix) {
  return (s: Matrix): LossAndGradient => {
    const { loss, gradient } = softmaxCrossEntropy(s, labels);
    return { loss, gradient: gradientOf(softmax(s), gradient, s) };
  };
}

/** The multiclass SVM's loss with another gradient of the label's score. */
function svm(atLabel: (right: number) => number) {
  return (s: Matrix): LossAndGradient => {
    const { loss, gradient } = hinge(s, labels, { sumColumns: true });
    return { loss, gradient: gradient.map((g, row, col) => (labels[row] === col ? atLabel(g) : g)) };
  };
}

type Case = [mistake: string, loss: (s: Matrix) => LossAndGradient, kind: string, words: string];
const columnwise = (s: Matrix) => softmax(s.transpose()).transpose();
const cases: Case[] = [
  [
    "no mean",
    crossEntropy((_, right) => right.multiply(5)),
    "factor",
    "5 times the right one: divide it by 5, the number of rows",
  ],
  [
    "a mean over classes too",
    crossEntropy((_, right) => right.divide(4)),
    "factor",
    "4, the number of columns",
  ],
  ["the label's 1 added", crossEntropy((p) => p.add(oneHot).divide(5)), "label", "too large by 0.4 there"],
  ["no 1 at the label", crossEntropy((p) => p.divide(5)), "label", "too large by 0.2 there"],
  [
    "the mean taken before the 1",
    crossEntropy((p) => p.divide(5).subtract(oneHot)),
    "label",
    "too small by 0.8 there",
  ],
  [
    "the label alone",
    crossEntropy((p) => oneHot.divide(p).divide(-5)),
    "slope-missing",
    "go back through softmax",
  ],
  ["the sign", crossEntropy((_, right) => right.negate()), "sign", "change it"],
  [
    "softmax of columns",
    crossEntropy((_p, _r, s) => columnwise(s).subtract(oneHot).divide(5)),
    "wrong-axis",
    "softmax of each column",
  ],
  [
    "softmax twice",
    crossEntropy((p) => softmax(p).subtract(oneHot).divide(5)),
    "taken-at-output",
    "softmax of softmax",
  ],
  [
    "no softmax",
    crossEntropy((_p, _r, s) => s.subtract(oneHot).divide(5)),
    "wrong-formula",
    "scores themselves",
  ],
  [
    "no normalization",
    crossEntropy((_p, _r, s) => s.exp().subtract(oneHot).divide(5)),
    "wrong-formula",
    "exp(scores)",
  ],
  ["hinge with 1 at the label", svm((g) => (g < 0 ? -0.2 : 0)), "label", "take 1 for each term"],
  ["hinge with nothing at the label", svm(() => 0), "label", "it is 0 there"],
  ["hinge with the label among the terms", svm((g) => g + 0.2), "label", "too large by 0.2 there"],
];

describe("a loss whose gradient has", () => {
  test.each(cases)("%s", (_mistake, loss, kind, words) => {
    const { diagnoses } = gradientCheck(loss, scores);
    expect(diagnoses[0]).toMatchObject({ kind, name: "x" });
    expect(diagnoses[0]?.message).toContain(words);
    expect(gradientCheck.of((s) => loss(s).loss, scores, loss(scores).gradient).diagnoses).toEqual(diagnoses);
  });
});

test("a squared error without its factor of 2", () => {
  const loss = (s: Matrix) => {
    const error = s.subtract(oneHot);
    return { loss: error.multiply(error).sum(), gradient: error };
  };
  const { diagnoses } = gradientCheck(loss, scores);
  expect(diagnoses[0]).toMatchObject({ kind: "factor" });
  expect(diagnoses[0]?.message).toContain(
    "0.5 times the right one: multiply it by 2, as the derivative of a square is",
  );
});

test("a wrong loss behind a right model is named in the place of its consequences", () => {
  const random = new RandomState(2);
  const model = sequential(new Dense(4, 6, { random }), new Tanh(), new Dense(6, 4, { random }));
  const check = (loss: Case[1]) => gradientCheck(model, scores, { loss, regularizer: new L2(0.1) });
  expect(check(crossEntropy((p) => p.divide(5))).diagnoses).toMatchObject([{ kind: "label", name: "y" }]);
  const noMean = check(crossEntropy((_, right) => right.multiply(5)));
  expect(noMean.diagnoses).toMatchObject([{ kind: "factor", name: "y" }]);
  expect(check(crossEntropy((_, right) => right))).toMatchObject({ passed: true, diagnoses: [] });
});

test.each<[string, (right: Matrix, p: Matrix) => Matrix, string]>([
  ["of the probabilities", (right, p) => right.divide(p.multiply(p.map((v) => 1 - v))), "slope-missing"],
  [
    "with the sigmoid's slope twice",
    (right, p) => right.multiply(p.multiply(p.map((v) => 1 - v))),
    "wrong-formula",
  ],
])("a binary cross-entropy with the gradient %s", (_what, bend, kind) => {
  const targets = Matrix.fromRows([[0], [1], [1], [0], [1]]);
  const loss = (s: Matrix) => {
    const { loss, gradient } = binaryCrossEntropy(s, targets);
    return {
      loss,
      gradient: bend(
        gradient,
        s.map((v) => 1 / (1 + Math.exp(-v))),
      ),
    };
  };
  expect(gradientCheck(loss, scores.col(0)).diagnoses).toMatchObject([{ kind, name: "x" }]);
});
