import type { Matrix } from "spiralnet";
import { expect } from "vitest";

/** Compares numbers by the largest of them. */
export function expectClose(actual: Matrix, expected: Matrix, tolerance: number): void {
  expect(actual.shape).toEqual(expected.shape);
  const largest = expected.map(Math.abs).max();
  const difference = actual.subtract(expected).map(Math.abs).max();
  expect(difference).toBeLessThanOrEqual(tolerance * largest);
}
