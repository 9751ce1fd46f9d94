import type { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import type { Run } from "./trial.js";

/** An element that is not as expected. */
export interface Difference {
  /** Where it is, such as `W[0, 2]`. */
  readonly place: string;
  readonly actual: number;
  readonly expected: number;
}

/** More than this share of the largest element is no rounding. */
const SHARE = 1e-6;
/**
 * Nor is more than this share of a run's largest gradient, though the elements themselves may be nothing but
 * rounding.
 */
const SHARE_OF_RUN = 1e-12;

/**
 * The element in which two matrices of one shape differ most; undefined if rounding explains all differences.
 */
export function difference(
  name: string,
  actual: Matrix,
  expected: Matrix,
  { outputGradient, gradients }: Run,
): Difference | undefined {
  const all = [outputGradient, ...gradients.map(({ gradient }) => gradient)];
  const largest = Math.max(...all.map(largestOf));
  const distances = actual.subtract(expected).abs();
  const distance = largestOf(distances);
  if (distance <= Math.max(SHARE * largestOf(expected), SHARE_OF_RUN * largest)) return undefined;
  const index = distances.data.indexOf(distance);
  return {
    place: placeOf(name, actual, index),
    actual: actual.data[index] as number,
    expected: expected.data[index] as number,
  };
}

/** The largest absolute value. */
function largestOf({ data }: Matrix): number {
  return data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
