import * as fc from "fast-check";
import { logSoftmax, Matrix, softmax, softmaxCrossEntropy } from "spiralnet";
import { expect, test } from "vitest";
import { anyMatrix, tameNumber } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";
import { expectError } from "../support/expect-error.js";

test("e to the result is the softmax, and a shift of the scores changes nothing", () => {
  fc.assert(
    fc.property(anyMatrix(tameNumber), (scores) => {
      const logs = logSoftmax(scores);
      expect(logs.shape).toEqual(scores.shape);
      expect(distance(logs.exp(), softmax(scores), 1)).toBeLessThan(1e-15);
      expect(distance(logSoftmax(scores.add(8)), logs, 1)).toBeLessThan(1e-14);
    }),
  );
});

test("picked by the labels, it gives the softmax cross-entropy", () => {
  const scores = Matrix.fromRows([
    [1, 2, 700],
    [-745, 5, 5],
  ]);
  const byFormula = -logSoftmax(scores).pick([0, 1]).mean();
  expect(distance(byFormula, softmaxCrossEntropy(scores, [0, 1]).loss)).toBeLessThan(1e-15);
});

test("scores so far apart that a logarithm is no float64 are an error", () => {
  expectError(
    () =>
      logSoftmax(
        Matrix.fromRows([
          [0, 0],
          [-1e308, 1e308],
        ]),
      ),
    RangeError,
    "logSoftmax: the result[1, 0] is -Infinity; expected finite numbers",
  );
});

test("the scores stay as they are", () => {
  const scores = Matrix.fromRows([[1, 2]]);
  logSoftmax(scores).data.fill(9);
  expect(scores.toArray()).toEqual([[1, 2]]);
});
