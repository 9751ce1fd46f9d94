import * as fc from "fast-check";
import { Matrix, NonFiniteError, softmax, softmaxCrossEntropy } from "spiralnet";
import { describe, expect, test } from "vitest";
import { scoresWithLabels } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";
import { expectError } from "../support/expect-error.js";
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

interface Extreme {
  readonly scores: number[][];
  readonly labels: number[];
  /** Null if it is larger than any float64. */
  readonly loss: number | null;
}

describe("scores that lie close together or far apart", () => {
  const extremes = golden<Extreme>("softmax-cross-entropy-extremes");
  const finite = extremes.filter(({ loss }) => loss !== null);

  test.each(finite)("$scores with labels $labels have a loss of $loss", ({ scores, labels, loss }) => {
    const actual = softmaxCrossEntropy(Matrix.fromRows(scores), labels).loss;
    expect(distance(actual, loss as number, 1e-308)).toBeLessThan(1e-14);
  });

  test("a loss above the largest float64 is an error that names the row", () => {
    const tooLarge = extremes.filter(({ loss }) => loss === null);
    expect(tooLarge).toHaveLength(3);
    for (const { scores, labels } of tooLarge) {
      expectError(() => softmaxCrossEntropy(Matrix.fromRows(scores), labels), NonFiniteError, "in row 0");
    }
    const scores = Matrix.fromRows([
      [5e307, -1e308],
      [1.5e308, -1.7e308],
    ]);
    expectError(
      () => softmaxCrossEntropy(scores, [1, 1]),
      NonFiniteError,
      "softmaxCrossEntropy: the loss is above the largest float64",
      "in row 1 the largest score is 1.5e+308",
      "expected scores that lie closer together",
    );
  });

  test("a row's loss has all its digits, however certain the row is", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 700, noNaN: true }), (gap) => {
        const { loss } = softmaxCrossEntropy(Matrix.fromRows([[gap, 0]]), [0]);
        expect(distance(loss, Math.log1p(Math.exp(-gap)), 1e-308)).toBeLessThan(1e-15);
      }),
    );
  });

  test("the loss of an almost certain row is as small as a float64 can be before it is 0", () => {
    expect(softmaxCrossEntropy(Matrix.fromRows([[745, 0]]), [0]).loss).toBe(Number.MIN_VALUE);
    expect(softmaxCrossEntropy(Matrix.fromRows([[746, 0]]), [0]).loss).toBe(0);
  });

  test("the mean over a batch taken several times is that of the batch, or both are an error", () => {
    const finiteNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
    const loss = (scores: Matrix, labels: number[]): number | string => {
      try {
        return softmaxCrossEntropy(scores, labels).loss;
      } catch {
        return "too large";
      }
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(finiteNumber, finiteNumber, finiteNumber, fc.nat(2)), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 2, max: 9 }),
        (rows, times) => {
          const repeated = Array.from({ length: times }, () => rows).flat();
          const [once, often] = [rows, repeated].map((batch) =>
            loss(
              Matrix.fromRows(batch.map(([a, b, c]) => [a, b, c])),
              batch.map(([, , , label]) => label),
            ),
          );
          if (typeof once === "number" && typeof often === "number") {
            expect(distance(once, often)).toBeLessThan(1e-13);
          } else expect(often).toBe(once);
        },
      ),
    );
  });
});

test("the loss is the mean of -log of the right class's probability", () => {
  fc.assert(
    fc.property(scoresWithLabels(), ([scores, labels]) => {
      const byFormula = -softmax(scores).pick(labels).log().mean();
      expect(distance(softmaxCrossEntropy(scores, labels).loss, byFormula, 1)).toBeLessThan(1e-12);
    }),
  );
});

test("the gradient is (p - 1(y)) / N", () => {
  fc.assert(
    fc.property(scoresWithLabels(), ([scores, labels]) => {
      const byFormula = softmax(scores).subtract(Matrix.oneHot(labels, scores.cols)).divide(scores.rows);
      expect(distance(softmaxCrossEntropy(scores, labels).gradient, byFormula, 1)).toBeLessThan(1e-15);
    }),
  );
});

test("probabilities are at least 0 and sum to 1 in each row; a shift of a row's scores changes nothing", () => {
  fc.assert(
    fc.property(scoresWithLabels(), ([scores]) => {
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

test("a hundred thousand rows of equal scores have a loss of log C, though their sums multiply to more than a float64", () => {
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
