const RELATIVE = 1e-6;

/** A number with at least this many digits counts as rounded; one with fewer (0.25, 49) counts as exact. */
const ROUNDED_DIGITS = 4;

/**
 * The allowed distance from a written number: half a unit of its last digit if it counts as rounded, and at
 * least a millionth of the number, or of 1 for 0.
 */
export function toleranceOf(written: number): number {
  if (written === 0) return RELATIVE;
  const [mantissa, exponent] = Math.abs(written).toExponential().split("e") as [string, string];
  const digits = mantissa.replace(".", "").length;
  const lastDigit = 10 ** (Number(exponent) - digits + 1);
  return Math.max(RELATIVE * Math.abs(written), digits >= ROUNDED_DIGITS ? lastDigit / 2 : 0);
}

/**
 * Replaces every number of `actual` that is close enough to the one in `expected` by the latter. Both are
 * plain.
 */
export function settle(actual: unknown, expected: unknown): unknown {
  if (typeof actual === "number" && typeof expected === "number") {
    return Math.abs(actual - expected) <= toleranceOf(expected) ? expected : actual;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((item, i) => settle(item, expected[i]));
  }
  return actual;
}
