import type { Matrix } from "../matrix/matrix.js";
import type { GradientEntry } from "./gradient-report.js";
import { isKink, slopesAt } from "./slopes.js";

/** Some numbers, and the derivatives of the objective with respect to them. */
export interface Gradient {
  /** The parameter's name, or `x`. */
  readonly name: string;
  /** The numbers themselves, live. */
  readonly value: Matrix;
  /** A copy of their analytic gradient. */
  readonly gradient: Matrix;
}

/** How derivatives are compared. */
export interface Comparison {
  readonly step: number;
  readonly tolerance: number;
}

/** Compares every analytic derivative of each gradient with centred differences of the objective. */
export function compareDerivatives(
  objective: () => number,
  gradients: readonly Gradient[],
  comparison: Comparison,
): GradientEntry[][] {
  const middle = objective();
  return gradients.map((gradient) =>
    Array.from(gradient.value.data, (_, i) => compareAt(objective, middle, gradient, i, comparison)),
  );
}

function compareAt(
  objective: () => number,
  middle: number,
  { name, value, gradient }: Gradient,
  index: number,
  { step, tolerance }: Comparison,
): GradientEntry {
  const analytic = gradient.data[index] as number;
  const slopes = slopesAt(objective, middle, value.data, index, step);
  const kink = isKink(slopes, () => slopesAt(objective, middle, value.data, index, step / 10));
  const [low, high] = [Math.min(slopes.left, slopes.right), Math.max(slopes.left, slopes.right)];
  // At a kink any slope between those of the two sides is right.
  const numeric = kink ? Math.min(Math.max(analytic, low), high) : slopes.centred;
  // Below this size, rounding alone could make the two differ by more than the tolerance.
  const size = Math.max(Math.abs(analytic), Math.abs(numeric), slopes.rounding / tolerance);
  const error = Math.abs(analytic - numeric) / size;
  return {
    name,
    row: Math.floor(index / value.cols),
    col: index % value.cols,
    analytic,
    numeric: slopes.centred,
    // An infinite slope gives NaN.
    relativeError: Number.isNaN(error) ? Number.POSITIVE_INFINITY : error,
    kink,
  };
}
