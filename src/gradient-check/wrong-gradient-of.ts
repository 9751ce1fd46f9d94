import { Matrix } from "../matrix/matrix.js";
import type { Comparison, Gradient } from "./derivatives.js";
import type { GradientEntry } from "./gradient-report.js";
import { roundingOf } from "./slopes.js";
import type { WrongGradient } from "./wrong-gradient.js";

/**
 * A gradient with the right one as far as its entries tell it; undefined if no error is above the tolerance.
 *
 * @param objective - what was differentiated
 */
export function wrongGradientOf(
  { name, value, gradient: actual }: Gradient,
  entries: readonly GradientEntry[],
  { step, tolerance }: Comparison,
  objective: () => number,
): (WrongGradient & { readonly indices: readonly number[] }) | undefined {
  if (entries.every(({ relativeError }) => relativeError <= tolerance)) return undefined;
  const expected = Matrix.zeros(value.rows, value.cols);
  for (const { row, col, numeric } of entries) expected.set(row, col, numeric);
  // At a kink there is no right derivative.
  const known = entries.filter(({ kink, numeric }) => !kink && Number.isFinite(numeric));
  const indices = known.map(({ row, col }) => row * value.cols + col);
  return { name, value, actual, expected, indices, tolerance, noise: roundingOf(objective(), step) };
}
