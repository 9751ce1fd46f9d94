import type { Matrix } from "../matrix/matrix.js";
import { listOf } from "../random/items.js";
import { permuted } from "../random/permuted.js";
import type { RandomState } from "../random/random-state.js";
import type { GradientEntry } from "./gradient-report.js";
import { extrapolated, isKink, type Slope, type Slopes, type SlopesAt, slopesOf } from "./slopes.js";

/** Some numbers, and the derivatives of the objective with respect to them. */
export interface Gradient {
  /** The parameter's name, or `x`. */
  readonly name: string;
  /** The numbers themselves, live. */
  readonly value: Matrix;
  /** A copy of their analytic gradient. */
  readonly gradient: Matrix;
}

/** Which derivatives are compared, and how. */
export interface Comparison {
  /** What errors call the operation. */
  readonly operation: string;
  /** The most derivatives of each gradient that are compared. */
  readonly samples: number;
  /** Chooses them. */
  readonly random: RandomState;
  readonly step: number;
  readonly tolerance: number;
}

/** Compares the derivatives of each gradient, all or a sample, with centred differences of the objective. */
export function compareDerivatives(
  objective: () => number,
  gradients: readonly Gradient[],
  comparison: Comparison,
): GradientEntry[][] {
  const chosen = gradients.map(({ value }) => chosenIndices(value.data.length, comparison));
  const slopesAt = slopesOf(comparison.operation, objective);
  return gradients.map((gradient, i) =>
    (chosen[i] as number[]).map((index) => compareAt(slopesAt, gradient, index, comparison)),
  );
}

/** How many derivatives some gradients hold. */
export function countOf(gradients: readonly Gradient[]): number {
  return gradients.reduce((count, { value }) => count + value.data.length, 0);
}

/** The indices below `count`, or a sample of them, in order. */
function chosenIndices(count: number, { operation, samples, random }: Comparison): number[] {
  if (count <= samples) return listOf(count, (i) => i);
  return permuted(operation, random, count)
    .slice(0, samples)
    .sort((a, b) => a - b);
}

function compareAt(
  slopesAt: SlopesAt,
  { name, value, gradient }: Gradient,
  index: number,
  { step, tolerance }: Comparison,
): GradientEntry {
  const analytic = gradient.data[index] as number;
  const slopes = slopesAt(value.data, index, step);
  const atTenth = () => slopesAt(value.data, index, step / 10);
  const errorOf = ({ centred, rounding }: Slope) => relativeError(analytic, centred, rounding / tolerance);
  const kink = isKink(slopes, atTenth);
  const isWrong = !kink && errorOf(slopes) > tolerance;
  // Rounding weighs ten times as much at a tenth of the step.
  const mayBeSteep = isWrong && Math.abs(analytic - slopes.centred) > 10 * slopes.rounding;
  const slope = mayBeSteep ? extrapolated(slopes, atTenth()) : slopes;
  return {
    name,
    row: Math.floor(index / value.cols),
    col: index % value.cols,
    analytic,
    numeric: slope.centred,
    relativeError: errorOf(kink ? nearest(slopes, analytic) : slope),
    kink,
  };
}

/** At a kink any slope between those of the two sides is right: the one that is nearest to a number. */
function nearest({ left, right, rounding }: Slopes, to: number): Slope {
  const [low, high] = [Math.min(left, right), Math.max(left, right)];
  return { centred: Math.min(Math.max(to, low), high), rounding };
}

/** @param smallest - below this size, rounding alone could make the two differ by more than the tolerance */
function relativeError(analytic: number, numeric: number, smallest: number): number {
  const size = Math.max(Math.abs(analytic), Math.abs(numeric), smallest);
  const error = Math.abs(analytic - numeric) / size;
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error; // an infinite slope gives NaN
}
