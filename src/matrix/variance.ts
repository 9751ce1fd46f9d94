import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { apply } from "../kernels/elementwise.js";
import type { Stored } from "../kernels/operand.js";
import { combined } from "./broadcast.js";
import { minus, plus } from "./operators.js";
import { type Axis, checkAxis, countOf, fold, meanOf } from "./reduce.js";

/** What the sum of squares is divided by, with NumPy's name and default. */
export interface VarianceOptions {
  /**
   * "Delta degrees of freedom": the sum is divided by n − ddof. 0 if not given; 1 estimates the variance that
   * a sample was drawn from.
   */
  readonly ddof?: number | undefined;
}

/** The mean squared distance from the mean: Σ (x - mean)² / (n - ddof). */
export function variance(
  operation: string,
  x: Stored,
  axis: Axis | undefined,
  options: VarianceOptions,
): Stored {
  checkAxis(operation, x, axis);
  checkOptions(operation, options, ["ddof"]);
  const { ddof = 0 } = options;
  checkNonNegative(`${operation}: ddof`, ddof);

  const count = Math.max(countOf(x, axis) - ddof, 0);
  const squares = combined(operation, x, accurateMean(operation, x, axis), squaredDifference);
  const out = fold(operation, squares, axis, 0, plus);
  apply(out.data, out.data, (total) => total / count);
  return out;
}

/** The square root of the variance. */
export function std(x: Stored, axis: Axis | undefined, options: VarianceOptions): Stored {
  const out = variance("std", x, axis, options);
  apply(out.data, out.data, Math.sqrt);
  return out;
}

/**
 * The mean, and to it the mean of what then remains, which is what rounding lost. It is kept between the
 * smallest and the largest element, even if a sum overflows: so equal elements have this very mean and no
 * variance.
 */
function accurateMean(operation: string, x: Stored, axis: Axis | undefined): Stored {
  const lows = fold(operation, x, axis, Infinity, Math.min);
  const highs = fold(operation, x, axis, -Infinity, Math.max);
  const bounded = (means: Stored) =>
    combined(operation, combined(operation, means, lows, Math.max), highs, Math.min);

  const means = bounded(meanOf(operation, x, axis));
  const rests = meanOf(operation, combined(operation, x, means, minus), axis);
  return bounded(combined(operation, means, rests, plus));
}

function squaredDifference(a: number, b: number): number {
  const difference = a - b;
  return difference * difference;
}
