import { placeOf } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Run } from "./trial.js";

/** An element that is not as expected. */
export interface Difference {
  /** Where it is, such as `W[0, 2]`. */
  readonly place: string;
  readonly actual: number;
  readonly expected: number;
}

/** The element in which two matrices of one shape differ most; undefined if none differs by more than `limit`. */
export function difference(
  name: string,
  actual: Matrix,
  expected: Matrix,
  limit = 0,
): Difference | undefined {
  const distances = actual.data.map((value, i) => Math.abs(value - (expected.data[i] as number)));
  const largest = largestOf(distances);
  if (largest <= limit) return undefined;
  const index = distances.indexOf(largest);
  return {
    place: placeOf(name, actual, index),
    actual: actual.data[index] as number,
    expected: expected.data[index] as number,
  };
}

/** More than this share of the largest element is no rounding. */
const SHARE = 1e-6;
/** Nor is more than this share of the run's largest gradient, though the elements themselves may be nothing but rounding. */
const SHARE_OF_RUN = 1e-12;

/** The same, unless the rounding of numbers as large as the run's explains the difference. */
export function differenceBeyondRounding(
  name: string,
  actual: Matrix,
  expected: Matrix,
  { outputGradient, gradients, dx }: Run,
): Difference | undefined {
  const all = [outputGradient, ...[...gradients, dx].map(({ gradient }) => gradient)];
  const largest = Math.max(...all.map(({ data }) => largestOf(data)));
  const limit = Math.max(SHARE * largestOf(expected.data), SHARE_OF_RUN * largest);
  return difference(name, actual, expected, limit);
}

/** The largest absolute value. */
function largestOf(data: Float64Array): number {
  return data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
