import { Dense, gradientCheck, L2, Matrix, RandomState, softmaxCrossEntropy } from "spiralnet";
import { describe, expect, test } from "vitest";
import { slopes } from "../support/centred-difference.js";
import { distance } from "../support/distance.js";

const random = new RandomState(23);

const batches: [name: string, scores: Matrix, labels: number[]][] = [
  ["ordinary scores", random.randn(5, 3), [0, 1, 2, 1, 0]],
  ["one row", random.randn(1, 4), [3]],
  ["one class", random.randn(3, 1), [0, 0, 0]],
  ["far apart scores", random.randn(4, 3).multiply(20), [2, 2, 1, 0]],
  ["shifted scores", random.randn(3, 3).add(5), [0, 1, 2]],
];

describe.each(batches)("softmaxCrossEntropy of %s", (_, scores, labels) => {
  test("the gradient is the slope of the loss", () => {
    const { gradient } = softmaxCrossEntropy(scores, labels);
    const numeric = slopes(() => softmaxCrossEntropy(scores, labels).loss, scores);
    expect(distance(gradient, numeric, 1e-2)).toBeLessThan(1e-6);
  });

  test("the library's own check agrees", () => {
    const report = gradientCheck((s) => softmaxCrossEntropy(s, labels), scores);
    expect(report.passed, String(report)).toBe(true);
    expect(report.checked).toBe(scores.data.length);
  });
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
