import {
  binaryCrossEntropy,
  Dense,
  gradientCheck,
  hinge,
  huber,
  L2,
  type Loss,
  Matrix,
  meanAbsoluteError,
  meanSquaredError,
  RandomState,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { slopes } from "../support/centred-difference.js";
import { distance } from "../support/distance.js";

const random = new RandomState(23);

/** Labels for five rows of three classes. */
const labels = [0, 1, 2, 1, 0];
const scores: Matrix = random.randn(5, 3);
const targets: Matrix = random.randn(5, 3);
const probabilities: Matrix = softmax(random.randn(5, 3));
const classWeights = [1, 3, 0.25];

const losses: [name: string, outputs: Matrix, loss: Loss][] = [
  ["softmaxCrossEntropy", scores, (s) => softmaxCrossEntropy(s, labels)],
  ["softmaxCrossEntropy of one row", random.randn(1, 4), (s) => softmaxCrossEntropy(s, [3])],
  ["softmaxCrossEntropy of one class", random.randn(3, 1), (s) => softmaxCrossEntropy(s, [0, 0, 0])],
  [
    "softmaxCrossEntropy of far apart scores",
    random.randn(4, 3).multiply(20),
    (s) => softmaxCrossEntropy(s, [2, 2, 1, 0]),
  ],
  ["softmaxCrossEntropy of shifted scores", scores.add(5), (s) => softmaxCrossEntropy(s, labels)],
  [
    "softmaxCrossEntropy with label smoothing",
    scores,
    (s) => softmaxCrossEntropy(s, labels, { labelSmoothing: 0.2 }),
  ],
  ["softmaxCrossEntropy with class weights", scores, (s) => softmaxCrossEntropy(s, labels, { classWeights })],
  [
    "softmaxCrossEntropy with both",
    scores,
    (s) => softmaxCrossEntropy(s, labels, { labelSmoothing: 0.2, classWeights }),
  ],
  ["softmaxCrossEntropy of probabilities", scores, (s) => softmaxCrossEntropy(s, probabilities)],
  [
    "softmaxCrossEntropy of rows that don't sum to 1",
    scores,
    (s) => softmaxCrossEntropy(s, targets.map(Math.abs), { labelSmoothing: 0.2, classWeights }),
  ],
  ["hinge", scores, (s) => hinge(s, labels)],
  ["hinge of another margin", scores, (s) => hinge(s, labels, { margin: 0.3, sumColumns: true })],
  ["the squared hinge", scores, (s) => hinge(s, labels, { squared: true, classWeights })],
  ["meanSquaredError", scores, (o) => meanSquaredError(o, targets)],
  [
    "half of a squared error, summed",
    scores,
    (o) => meanSquaredError(o, targets, { half: true, sumColumns: true }),
  ],
  ["meanAbsoluteError", scores, (o) => meanAbsoluteError(o, targets)],
  ["meanAbsoluteError, summed", scores, (o) => meanAbsoluteError(o, targets, { sumColumns: true })],
  ["huber", scores, (o) => huber(o, targets)],
  ["huber with a small delta", scores, (o) => huber(o, targets, { delta: 0.1, sumColumns: true })],
  ["binaryCrossEntropy", scores, (z) => binaryCrossEntropy(z, probabilities)],
  [
    "binaryCrossEntropy with weights",
    scores,
    (z) => binaryCrossEntropy(z, probabilities, { posWeight: classWeights, sumColumns: true }),
  ],
  ["binaryCrossEntropy of labels", scores.col(0), (z) => binaryCrossEntropy(z, [0, 1, 1, 0, 1])],
];

describe.each(losses)("%s", (_, outputs, loss) => {
  test("the gradient is the slope of the loss", () => {
    const { gradient } = loss(outputs);
    const numeric = slopes(() => loss(outputs).loss, outputs);
    expect(distance(gradient, numeric, 1e-2)).toBeLessThan(1e-6);
  });

  test("the library's own check agrees", () => {
    const report = gradientCheck(loss, outputs);
    expect(report.passed, String(report)).toBe(true);
    expect(report.checked).toBe(outputs.data.length);
    expect(report.kinks).toHaveLength(0);
  });
});

const zeros = Matrix.zeros(1, 3);

test.each<[name: string, outputs: Matrix, loss: Loss]>([
  ["hinge", Matrix.fromRows([[2, 1, 1]]), (s) => hinge(s, [0])],
  ["meanAbsoluteError", Matrix.fromRows([[0, 1, -1]]), (o) => meanAbsoluteError(o, zeros)],
])("the check finds the kink of %s and takes the slope 0 there for right", (_, outputs, loss) => {
  const report = gradientCheck(loss, outputs);
  expect(report.passed, String(report)).toBe(true);
  expect(report.kinks.length).toBeGreaterThan(0);
});

test("the gradient of a row sums to 0: adding a number to all scores changes nothing", () => {
  const { gradient } = softmaxCrossEntropy(random.randn(6, 4), [0, 1, 2, 3, 0, 1]);
  expect(distance(gradient.sum(1), Matrix.zeros(6, 1), 1)).toBeLessThan(1e-15);
});

test("L2 adds the slope of its penalty, for weights and for biases", () => {
  const layer = new Dense(3, 2, { random });
  const l2 = new L2(0.3);
  l2.apply(layer.parameters);
  const penalty = () => l2.penalty(layer.parameters);
  for (const { value, gradient } of layer.parameters) {
    expect(distance(gradient, slopes(penalty, value), 1)).toBeLessThan(1e-9);
  }
});
