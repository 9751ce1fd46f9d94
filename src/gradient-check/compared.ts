import { Matrix } from "../matrix/matrix.js";
import type { Gradient } from "./derivatives.js";
import type { GradientEntry } from "./gradient-report.js";
import type { WrongGradient } from "./wrong-gradient.js";

/** What is known of a wrong gradient from its comparison alone. */
type Compared = WrongGradient & { readonly indices: readonly number[] };

/** A gradient beside the derivatives that were measured; undefined if none is above the tolerance. */
export function compared(
  { name, value, gradient: actual }: Gradient,
  entries: readonly GradientEntry[],
  tolerance: number,
): Compared | undefined {
  if (entries.every(({ relativeError }) => relativeError <= tolerance)) return undefined;
  const expected = Matrix.zeros(value.rows, value.cols);
  for (const { row, col, numeric } of entries) expected.set(row, col, numeric);
  // At a kink there is no right derivative.
  const known = entries.filter(({ kink }) => !kink);
  const indices = known.map(({ row, col }) => row * value.cols + col);
  return { name, value, actual, expected, indices, tolerance };
}
