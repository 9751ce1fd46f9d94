import * as fc from "fast-check";
import { huber, Matrix, meanAbsoluteError, meanSquaredError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { smallInteger, tameNumber, twoMatrices } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";

describe.each([
  ["meanSquaredError", meanSquaredError, (e: number) => e * e],
  ["meanAbsoluteError", meanAbsoluteError, Math.abs],
  ["huber", huber, (e: number) => (Math.abs(e) <= 1 ? 0.5 * e * e : Math.abs(e) - 0.5)],
])("%s", (_, f, formula) => {
  test("is the mean of its formula over all elements", () => {
    fc.assert(
      fc.property(twoMatrices(tameNumber), ([outputs, targets]) => {
        const byFormula = outputs.subtract(targets).map(formula);
        const expected = outputs.data.length > 0 ? byFormula.mean() : 0;
        expect(distance(f(outputs, targets).loss, expected, 1e-2)).toBeLessThan(1e-14);
      }),
    );
  });

  test("with sumColumns is the mean over the rows, and so is its gradient", () => {
    fc.assert(
      fc.property(twoMatrices(tameNumber), ([outputs, targets]) => {
        const mean = f(outputs, targets);
        const sum = f(outputs, targets, { sumColumns: true });
        const factor = outputs.data.length > 0 ? outputs.cols : 1;
        expect(distance(sum.loss, mean.loss * factor, 1e-2)).toBeLessThan(1e-14);
        expect(distance(sum.gradient, mean.gradient.multiply(factor), 1)).toBeLessThan(1e-14);
      }),
    );
  });

  test("is 0 with a gradient of 0 if outputs and targets are the same", () => {
    const outputs = Matrix.fromRows([[1, -1e300, 5e-324]]);
    expect(f(outputs, outputs)).toEqual({ loss: 0, gradient: Matrix.zeros(1, 3) });
  });

  test("does not mind a shift of both, nor a change of sides but for the gradient's sign", () => {
    fc.assert(
      fc.property(twoMatrices(smallInteger), ([outputs, targets]) => {
        const result = f(outputs, targets);
        expect(f(outputs.add(8), targets.add(8))).toEqual(result);
        const swapped = f(targets, outputs);
        expect(swapped.loss).toBe(result.loss);
        expect(swapped.gradient.equals(result.gradient.negate())).toBe(true);
      }),
    );
  });

  test("is 0 without rows or columns", () => {
    for (const [rows, cols] of [
      [0, 3],
      [3, 0],
      [0, 0],
    ] as const) {
      const { loss, gradient } = f(Matrix.zeros(rows, cols), Matrix.zeros(rows, cols), { sumColumns: true });
      expect(loss).toBe(0);
      expect(gradient.shape).toEqual([rows, cols]);
    }
  });

  test("leaves outputs and targets as they are", () => {
    const [outputs, targets] = [Matrix.fromRows([[1, 2]]), Matrix.fromRows([[3, 5]])];
    f(outputs, targets).gradient.data.fill(9);
    expect([outputs.toArray(), targets.toArray()]).toEqual([[[1, 2]], [[3, 5]]]);
  });
});

test("the mean of ten distances of 1 is exactly 1", () => {
  expect(meanAbsoluteError(Matrix.full(10, 1, 3), Matrix.full(10, 1, 2)).loss).toBe(1);
});

test("half of a squared error has half the loss and the plain difference for a gradient", () => {
  const [outputs, targets] = [Matrix.fromRows([[3, 1]]), Matrix.fromRows([[0, -1]])];
  const { loss, gradient } = meanSquaredError(outputs, targets, { half: true, sumColumns: true });
  expect(loss).toBe(6.5);
  expect(gradient.toArray()).toEqual([[3, 2]]);
});

test("huber is half of a squared error up to delta, and a line of slope delta beyond", () => {
  const outputs = Matrix.fromRows([[-3], [-2], [1], [2], [4]]);
  const zeros = Matrix.zeros(5, 1);
  const near = outputs.map((o) => Math.max(-2, Math.min(o, 2)));
  const { loss, gradient } = huber(outputs, zeros, { delta: 2 });
  const beyond = 2 * (1 + 2);
  expect(loss).toBeCloseTo(meanSquaredError(near, zeros, { half: true }).loss + beyond / 5, 14);
  expect(gradient.multiply(5).toArray()).toEqual([[-2], [-2], [1], [2], [2]]);
});
