import * as fc from "fast-check";
import { Matrix, NonFiniteError, softmaxCrossEntropy } from "spiralnet";
import { describe, expect, test } from "vitest";
import { matrixOf, scoresWithLabels } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";
import { expectError } from "../support/expect-error.js";

const weight = fc.double({ min: 0.1, max: 5, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Scores, labels, probabilities that sum to 1, and a weight for each class. */
const batches = scoresWithLabels().chain(([scores, labels]) =>
  fc.record({
    scores: fc.constant(scores),
    labels: fc.constant(labels),
    probabilities: matrixOf(scores.rows, scores.cols, weight).map(
      (q): Matrix => q.divide(q.sum(1) as Matrix),
    ),
    classWeights: fc.array(weight, { minLength: scores.cols, maxLength: scores.cols }),
  }),
);

/** Expects equal losses and equal gradients, but for rounding. */
function expectSame(
  actual: { loss: number; gradient: Matrix },
  expected: { loss: number; gradient: Matrix },
): void {
  expect(distance(actual.loss, expected.loss, 1e-2)).toBeLessThan(1e-13);
  expect(distance(actual.gradient, expected.gradient, 1)).toBeLessThan(1e-14);
}

test("smoothing of 0 and options that are undefined change no bit", () => {
  fc.assert(
    fc.property(batches, ({ scores, labels }) => {
      const plain = softmaxCrossEntropy(scores, labels);
      expect(softmaxCrossEntropy(scores, labels, { labelSmoothing: 0 })).toEqual(plain);
      const undefinedOptions = { labelSmoothing: undefined, classWeights: undefined };
      expect(softmaxCrossEntropy(scores, labels, undefinedOptions)).toEqual(plain);
    }),
  );
});

test("class weights of 1 change nothing, and neither does a factor for all of them", () => {
  fc.assert(
    fc.property(batches, weight, ({ scores, labels, classWeights }, factor) => {
      const ones = new Float64Array(scores.cols).fill(1);
      expectSame(
        softmaxCrossEntropy(scores, labels, { classWeights: ones }),
        softmaxCrossEntropy(scores, labels),
      );
      expectSame(
        softmaxCrossEntropy(scores, labels, { classWeights: classWeights.map((w) => w * factor) }),
        softmaxCrossEntropy(scores, labels, { classWeights }),
      );
    }),
  );
});

test("labels are one-hot probabilities", () => {
  fc.assert(
    fc.property(batches, share, ({ scores, labels }, labelSmoothing) => {
      const oneHot = Matrix.oneHot(labels, scores.cols);
      expectSame(softmaxCrossEntropy(scores, oneHot), softmaxCrossEntropy(scores, labels));
      expectSame(
        softmaxCrossEntropy(scores, oneHot, { labelSmoothing }),
        softmaxCrossEntropy(scores, labels, { labelSmoothing }),
      );
    }),
  );
});

test("smoothing is the same as smoothed probabilities", () => {
  fc.assert(
    fc.property(batches, share, ({ scores, probabilities, classWeights }, labelSmoothing) => {
      const smoothed: Matrix = probabilities.multiply(1 - labelSmoothing).add(labelSmoothing / scores.cols);
      expectSame(
        softmaxCrossEntropy(scores, probabilities, { labelSmoothing, classWeights }),
        softmaxCrossEntropy(scores, smoothed, { classWeights }),
      );
    }),
  );
});

test("a class of weight 0 counts as if its rows were left out", () => {
  const scores = Matrix.fromRows([
    [1, 2, 3],
    [3, 1, 0],
    [0, 1, 5],
  ]);
  const { loss, gradient } = softmaxCrossEntropy(scores, [0, 2, 1], { classWeights: [1, 1, 0] });
  const others = softmaxCrossEntropy(scores.selectRows([0, 2]), [0, 1]);
  expect(distance(loss, others.loss)).toBeLessThan(1e-15);
  expect(distance(gradient.selectRows([0, 2]), others.gradient, 1)).toBeLessThan(1e-15);
  expect(gradient.row(1).toArray()).toEqual([[0, 0, 0]]);
});

test("a shift of a row's scores changes nothing, nor does the order of the rows", () => {
  fc.assert(
    fc.property(batches, share, ({ scores, labels, classWeights, probabilities }, labelSmoothing) => {
      const options = { classWeights, labelSmoothing };
      for (const targets of [labels, probabilities]) {
        expectSame(
          softmaxCrossEntropy(scores.add(8), targets, options),
          softmaxCrossEntropy(scores, targets, options),
        );
      }
      const reversed = labels.map((_, i) => labels.length - 1 - i);
      expect(
        distance(
          softmaxCrossEntropy(
            scores.selectRows(reversed),
            reversed.map((i) => labels[i] as number),
            options,
          ).loss,
          softmaxCrossEntropy(scores, labels, options).loss,
          1e-2,
        ),
      ).toBeLessThan(1e-13);
    }),
  );
});

describe("a batch in which nothing counts", () => {
  test("has loss 0 and a gradient of 0 if all its labels have weight 0", () => {
    const options = { classWeights: [0, 5], labelSmoothing: 0.1 };
    const { loss, gradient } = softmaxCrossEntropy(Matrix.fromRows([[3, 4]]), [0], options);
    expect(loss).toBe(0);
    expect(gradient).toEqual(Matrix.zeros(1, 2));
  });

  test("has loss 0 if it has no rows", () => {
    for (const targets of [[], Matrix.zeros(0, 3)]) {
      const options = { classWeights: [1, 2, 3], labelSmoothing: 0.1 };
      const { loss, gradient } = softmaxCrossEntropy(Matrix.zeros(0, 3), targets, options);
      expect(loss).toBe(0);
      expect(gradient.shape).toEqual([0, 3]);
    }
  });

  test("has loss 0 if it has no classes", () => {
    const { loss, gradient } = softmaxCrossEntropy(Matrix.zeros(2, 0), Matrix.zeros(2, 0));
    expect(loss).toBe(0);
    expect(gradient.shape).toEqual([2, 0]);
  });
});

test("a score that is infinitely unlikely does not count if its probability is 0", () => {
  const scores = Matrix.fromRows([[Number.MAX_VALUE, -Number.MAX_VALUE]]);
  expect(softmaxCrossEntropy(scores, Matrix.fromRows([[1, 0]])).loss).toBe(0);
});

test.each<[string, Matrix, number[] | Matrix, object]>([
  ["scores too far apart", Matrix.fromRows([[1e308, -1e308]]), Matrix.fromRows([[0, 1]]), {}],
  ["too large a probability", Matrix.fromRows([[0, 0]]), Matrix.fromRows([[1.7e308, 1.7e308]]), {}],
  ["too large a weight", Matrix.fromRows([[2, 1]]), Matrix.fromRows([[0, 2]]), { classWeights: [1, 1e308] }],
  [
    "too large a sum of weights",
    Matrix.fromRows([
      [9, 1],
      [9, 1],
    ]),
    [0, 0],
    { classWeights: [1.5e308, 1] },
  ],
])("%s is an error that names the row", (_, scores, targets, options) => {
  expectError(
    () => softmaxCrossEntropy(scores, targets, options),
    NonFiniteError,
    "softmaxCrossEntropy: the loss is above the largest float64: in row 0 the largest score is",
    "expected scores that lie closer together",
  );
});

test("probabilities whose sum overflows are an error, since the gradient would be infinite", () => {
  expectError(
    () => softmaxCrossEntropy(Matrix.fromRows([[0, 0]]), Matrix.fromRows([[1e308, 1e308]])),
    NonFiniteError,
    "softmaxCrossEntropy: the gradient[0, 0] is Infinity",
  );
});

test("scores, probabilities and weights stay as they are", () => {
  const scores = Matrix.fromRows([[1, 2]]);
  const q = Matrix.fromRows([[0.5, 0.5]]);
  const classWeights = [1, 2];
  softmaxCrossEntropy(scores, q, { classWeights, labelSmoothing: 0.5 }).gradient.data.fill(7);
  expect([scores.toArray(), q.toArray(), classWeights]).toEqual([[[1, 2]], [[0.5, 0.5]], [1, 2]]);
});
