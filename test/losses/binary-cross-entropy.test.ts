import * as fc from "fast-check";
import { binaryCrossEntropy, Matrix, Sigmoid, softmaxCrossEntropy } from "spiralnet";
import { describe, expect, test } from "vitest";
import { tameNumber, twoMatrices } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";

/** Logits and targets of one shape. */
const batches = twoMatrices(tameNumber).map(([logits, other]): [Matrix, Matrix] => [
  logits,
  new Sigmoid().predict(other),
]);

test("the loss is the mean of -t log p - (1 - t) log(1 - p), and the gradient (p - t) over the number of logits", () => {
  fc.assert(
    fc.property(batches, ([logits, targets]) => {
      const p = new Sigmoid().predict(logits);
      const count = Math.max(1, logits.data.length);
      const terms = p.data.map((q, i) => {
        const t = targets.data[i] as number;
        return -t * Math.log(q) - (1 - t) * Math.log(1 - q);
      });
      const { loss, gradient } = binaryCrossEntropy(logits, targets);
      expect(distance(loss, terms.reduce((a, b) => a + b, 0) / count, 1)).toBeLessThan(1e-13);
      expect(distance(gradient, p.subtract(targets).divide(count), 1)).toBeLessThan(1e-15);
    }),
  );
});

test("labels are the column of targets 0 and 1", () => {
  const logits = Matrix.fromRows([[2], [-3], [0.5]]);
  const expected = binaryCrossEntropy(logits, Matrix.fromRows([[1], [0], [0]]));
  expect(binaryCrossEntropy(logits, [1, 0, 0])).toEqual(expected);
  expect(binaryCrossEntropy(logits, Uint8Array.of(1, 0, 0))).toEqual(expected);
});

test("a column of logits has the loss of a softmax with scores of 0 beside them", () => {
  const scores = Matrix.fromRows([
    [0, 2],
    [0, -3],
    [0, 0.5],
    [0, 40],
  ]);
  const labels = [1, 0, 0, 1];
  const two = softmaxCrossEntropy(scores, labels);
  const one = binaryCrossEntropy(scores.col(1), labels);
  expect(distance(one.loss, two.loss)).toBeLessThan(1e-15);
  expect(distance(one.gradient, two.gradient.col(1), 1)).toBeLessThan(1e-15);
});

test("targets and logits of the other sign have the same loss", () => {
  fc.assert(
    fc.property(batches, ([logits, targets]) => {
      const other = binaryCrossEntropy(logits.negate(), targets.negate().add(1));
      expect(distance(binaryCrossEntropy(logits, targets).loss, other.loss, 1)).toBeLessThan(1e-14);
    }),
  );
});

describe("the weight of positive targets", () => {
  test("multiplies the loss and the slope of a positive target alone", () => {
    const logits = Matrix.fromRows([[0.3, -2]]);
    const positive = Matrix.fromRows([[1, 1]]);
    const negative = Matrix.zeros(1, 2);
    const [plain, weighted] = [{}, { posWeight: 3 }].map((o) => binaryCrossEntropy(logits, positive, o));
    expect(distance(weighted?.loss as number, 3 * (plain?.loss as number))).toBeLessThan(1e-15);
    expect(distance(weighted?.gradient as Matrix, plain?.gradient.multiply(3) as Matrix)).toBeLessThan(1e-15);
    expect(binaryCrossEntropy(logits, negative, { posWeight: 3 })).toEqual(
      binaryCrossEntropy(logits, negative),
    );
  });

  test("may be one for each column", () => {
    const logits = Matrix.fromRows([
      [0.3, -2],
      [1, 4],
    ]);
    const ones = Matrix.full(2, 2, 1);
    const { gradient } = binaryCrossEntropy(logits, ones, { posWeight: [2, 5] });
    const expected = binaryCrossEntropy(logits, ones).gradient.multiply(Matrix.fromRows([[2, 5]]));
    expect(distance(gradient, expected)).toBeLessThan(1e-15);
  });
});

test("what is as good as certain keeps the digits of its loss and of its slope", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 744, noNaN: true }), (z) => {
      const { loss, gradient } = binaryCrossEntropy(Matrix.fromRows([[z, -z]]), Matrix.fromRows([[1, 0]]));
      expect(distance(loss, Math.log1p(Math.exp(-z)), 1e-307)).toBeLessThan(1e-15);
      const slope = Math.exp(-z) / (1 + Math.exp(-z)) / 2;
      expect(distance(gradient, [-slope, slope], 1e-307)).toBeLessThan(1e-15);
    }),
  );
});

test("no logits have a loss of 0 and an empty gradient", () => {
  for (const targets of [[], Matrix.zeros(0, 1)]) {
    const { loss, gradient } = binaryCrossEntropy(Matrix.zeros(0, 1), targets);
    expect(loss).toBe(0);
    expect(gradient.shape).toEqual([0, 1]);
  }
});
