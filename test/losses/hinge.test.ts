import * as fc from "fast-check";
import { hinge, Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { scoresWithLabels, smallInteger } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";

test("the example of the cs231n notes has their loss", () => {
  const scores = Matrix.fromRows([[13, -7, 11]]);
  expect(hinge(scores, [0], { margin: 10, sumColumns: true }).loss).toBe(8);
  expect(hinge(scores, [0], { margin: 10 }).loss).toBeCloseTo(8 / 3, 14);
});

test("the loss is that of the notes' loop, divided by the number of classes", () => {
  fc.assert(
    fc.property(
      scoresWithLabels(),
      fc.double({ min: 0, max: 3, noNaN: true }),
      ([scores, labels], margin) => {
        let sum = 0;
        for (const [i, y] of labels.entries()) {
          for (let j = 0; j < scores.cols; j++) {
            if (j !== y) sum += Math.max(0, scores.get(i, j) - scores.get(i, y) + margin);
          }
        }
        const { loss } = hinge(scores, labels, { margin });
        expect(distance(loss, sum / scores.rows / scores.cols, 1e-2)).toBeLessThan(1e-14);
      },
    ),
  );
});

test("with sumColumns, loss and gradient are as many times as large as there are classes", () => {
  fc.assert(
    fc.property(scoresWithLabels(), ([scores, labels]) => {
      const mean = hinge(scores, labels);
      const sum = hinge(scores, labels, { sumColumns: true });
      expect(distance(sum.loss, mean.loss * scores.cols, 1e-2)).toBeLessThan(1e-14);
      expect(distance(sum.gradient, mean.gradient.multiply(scores.cols), 1)).toBeLessThan(1e-15);
    }),
  );
});

test("a shift of all scores by an integer changes no bit of integer scores' loss", () => {
  fc.assert(
    fc.property(scoresWithLabels(smallInteger), fc.boolean(), ([scores, labels], squared) => {
      expect(hinge(scores.add(100), labels, { squared })).toEqual(hinge(scores, labels, { squared }));
    }),
  );
});

test("the gradient of a row sums to 0", () => {
  fc.assert(
    fc.property(scoresWithLabels(), fc.boolean(), ([scores, labels], squared) => {
      const { gradient } = hinge(scores, labels, { squared });
      expect(distance(gradient.sum(1), Matrix.zeros(scores.rows, 1), 1)).toBeLessThan(1e-14);
    }),
  );
});

test("class weights of 1 change no bit, a weight of 0 silences a row", () => {
  const scores = Matrix.fromRows([
    [1, 2, 3],
    [1e308, 0, -1e308],
  ]);
  const own = scores.selectRows([0]);
  expect(hinge(own, [0], { classWeights: [1, 1, 1] })).toEqual(hinge(own, [0]));
  const { loss, gradient } = hinge(scores, [0, 2], { classWeights: [1, 1, 0] });
  expect(loss).toBe(hinge(own, [0]).loss / 2);
  expect(gradient.row(1).toArray()).toEqual([[0, 0, 0]]);
});

test("a term of exactly 0 has no slope", () => {
  const { loss, gradient } = hinge(Matrix.fromRows([[2, 1, 1]]), [0]);
  expect(loss).toBe(0);
  expect(gradient.toArray()).toEqual([[0, 0, 0]]);
});

test("no rows have a loss of 0 and an empty gradient, one class has nothing to change", () => {
  expect(hinge(Matrix.zeros(0, 3), []).loss).toBe(0);
  expect(hinge(Matrix.zeros(0, 3), []).gradient.shape).toEqual([0, 3]);
  expect(hinge(Matrix.fromRows([[7]]), [0]).gradient.toArray()).toEqual([[0]]);
});
