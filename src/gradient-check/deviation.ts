import type { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";
import type { Gradient } from "./derivatives.js";
import type { TrialRun } from "./trial.js";

/** An element in which two matrices differ. */
export interface Deviation {
  /** Where it is, such as `W[0, 2]`. */
  readonly place: string;
  readonly actual: number;
  readonly expected: number;
}

/** More than this share of the largest element is no rounding. */
const SHARE = 1e-6;
/** Nor is more than this share of the run's largest gradient, though the elements themselves may be nothing but rounding. */
const SHARE_OF_RUN = 1e-12;

/** The element in which two matrices of one shape differ most; undefined if they are equal. */
export function largestDeviation(name: string, actual: Matrix, expected: Matrix): Deviation | undefined {
  let largest = 0;
  let index = -1;
  actual.data.forEach((value, i) => {
    const difference = Math.abs(value - (expected.data[i] as number));
    if (difference <= largest) return;
    largest = difference;
    index = i;
  });
  if (index < 0) return undefined;
  return {
    place: placeOf(name, actual, index),
    actual: actual.data[index] as number,
    expected: expected.data[index] as number,
  };
}

/** The same, unless rounding explains the difference. */
export function deviationBeyondRounding(
  name: string,
  actual: Matrix,
  expected: Matrix,
  { outputGradient, gradients }: TrialRun,
): Deviation | undefined {
  const deviation = largestDeviation(name, actual, expected);
  if (deviation === undefined) return undefined;
  const run = Math.max(...[outputGradient, ...gradients.map(({ gradient }) => gradient)].map(largestOf));
  const limit = Math.max(SHARE * largestOf(expected), SHARE_OF_RUN * run);
  return Math.abs(deviation.actual - deviation.expected) > limit ? deviation : undefined;
}

/** The gradients of a run that are not `times` those of another, beyond rounding. */
export function deviatingGradients(run: TrialRun, other: TrialRun, times = 1): Deviation[] {
  return run.gradients.flatMap(({ name, gradient }, i) => {
    const expected = (other.gradients[i] as Gradient).gradient.multiply(times);
    return deviationBeyondRounding(`the gradient of ${name}`, gradient, expected, other) ?? [];
  });
}

/** The largest absolute value. */
function largestOf({ data }: Matrix): number {
  return data.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
