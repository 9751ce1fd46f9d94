import * as fc from "fast-check";
import { Matrix, softmax, softmaxCrossEntropy } from "spiralnet";
import { describe, expect, test } from "vitest";
import { matrixOf, tameNumber } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly scores: number[][];
  readonly labels: number[];
  readonly loss: number;
  readonly gradient: number[][];
  readonly probabilities: number[][];
}

test.each(golden<Case>("softmax-cross-entropy").map((one, i) => [i, one] as const))(
  "loss, gradient and probabilities are PyTorch's (case %i)",
  (_, { scores, labels, loss, gradient, probabilities }) => {
    const result = softmaxCrossEntropy(Matrix.fromRows(scores), labels);
    expect(distance(result.loss, loss, 1e-10)).toBeLessThan(1e-13);
    expect(distance(result.gradient, gradient, 1)).toBeLessThan(1e-15);
    expect(distance(softmax(Matrix.fromRows(scores)), probabilities)).toBeLessThan(1e-13);
  },
);

/** Scores and a label for each row. */
const batches = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, cols]) =>
    fc.tuple(
      matrixOf(rows, cols, tameNumber),
      fc.array(fc.nat(cols - 1), { minLength: rows, maxLength: rows }),
    ),
  );

test("the loss is the mean of -log of the right class's probability", () => {
  fc.assert(
    fc.property(batches, ([scores, labels]) => {
      const byFormula = -softmax(scores).pick(labels).log().mean();
      expect(distance(softmaxCrossEntropy(scores, labels).loss, byFormula, 1)).toBeLessThan(1e-12);
    }),
  );
});

test("the gradient is (p - 1(y)) / N", () => {
  fc.assert(
    fc.property(batches, ([scores, labels]) => {
      const byFormula = softmax(scores).subtract(Matrix.oneHot(labels, scores.cols)).divide(scores.rows);
      expect(distance(softmaxCrossEntropy(scores, labels).gradient, byFormula, 1)).toBeLessThan(1e-15);
    }),
  );
});

test("probabilities are at least 0 and sum to 1 in each row; a shift of a row's scores changes nothing", () => {
  fc.assert(
    fc.property(batches, ([scores]) => {
      const probs = softmax(scores);
      expect(probs.shape).toEqual(scores.shape);
      expect(probs.min()).toBeGreaterThanOrEqual(0);
      expect(distance(probs.sum(1), Matrix.full(scores.rows, 1, 1), 1)).toBeLessThan(1e-14);
      expect(distance(softmax(scores.add(8)), probs, 1)).toBeLessThan(1e-14);
    }),
  );
});

describe("scores of any finite size", () => {
  test("huge scores give huge losses, exactly", () => {
    expect(softmaxCrossEntropy(Matrix.fromRows([[1e300, -1e300]]), [0]).loss).toBe(0);
    expect(softmaxCrossEntropy(Matrix.fromRows([[1e300, -1e300]]), [1]).loss).toBe(2e300);
    expect(softmaxCrossEntropy(Matrix.fromRows([[1e300, 1e300]]), [1]).loss).toBeCloseTo(Math.LN2, 15);
    const { gradient } = softmaxCrossEntropy(Matrix.fromRows([[1e300, -1e300]]), [1]);
    expect(gradient.toArray()).toEqual([[1, -1]]);
  });

  test("one class has a loss of 0 and nothing to change", () => {
    const { loss, gradient } = softmaxCrossEntropy(Matrix.fromRows([[-1e300], [3], [1e300]]), [0, 0, 0]);
    expect(loss).toBe(0);
    expect(gradient.toArray()).toEqual([[0], [0], [0]]);
  });

  test("equal scores of C classes have a loss of log C", () => {
    expect(softmaxCrossEntropy(Matrix.full(4, 3, -7), [0, 1, 2, 0]).loss).toBeCloseTo(Math.log(3), 14);
  });
});

test("a hundred thousand rows, whose sums multiply to more than a number holds, have a loss of log C too", () => {
  const labels = new Int32Array(100_000).fill(3);
  const { loss } = softmaxCrossEntropy(Matrix.zeros(100_000, 10), labels);
  expect(distance(loss, Math.log(10))).toBeLessThan(1e-12);
});

test("no rows have a loss of 0 and an empty gradient", () => {
  const { loss, gradient } = softmaxCrossEntropy(Matrix.zeros(0, 3), []);
  expect(loss).toBe(0);
  expect(gradient.shape).toEqual([0, 3]);
  expect(softmax(Matrix.zeros(0, 3)).shape).toEqual([0, 3]);
  expect(softmax(Matrix.zeros(2, 0)).shape).toEqual([2, 0]);
});

test("scores and labels stay as they are, and labels may be in any array", () => {
  const scores = Matrix.fromRows([
    [1, 2],
    [3, 4],
  ]);
  const labels = [1, 0];
  const { loss } = softmaxCrossEntropy(scores, labels);
  softmax(scores).data.fill(9);
  expect(scores.toArray()).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(labels).toEqual([1, 0]);
  expect(softmaxCrossEntropy(scores, Int32Array.from(labels)).loss).toBe(loss);
  expect(softmaxCrossEntropy(scores, Float64Array.from(labels)).loss).toBe(loss);
});
