const RELATIVE = 1e-6;

/** As many digits as this are a rounded number; fewer (0.25, 49) are meant as they are. */
const ROUNDED_DIGITS = 4;

/**
 * How far a number may be from one that is written down: half a unit of its last digit where at least four are written, and in any case a
 * millionth of it (of 1, where it is 0).
 */
export function toleranceOf(written: number): number {
  if (written === 0) return RELATIVE;
  const [mantissa, exponent] = Math.abs(written).toExponential().split("e") as [string, string];
  const digits = mantissa.replace(".", "").length;
  const lastDigit = 10 ** (Number(exponent) - digits + 1);
  return Math.max(RELATIVE * Math.abs(written), digits >= ROUNDED_DIGITS ? lastDigit / 2 : 0);
}

/** The actual value with every number that is near enough to the expected one replaced by it; both are plain. */
export function settle(actual: unknown, expected: unknown): unknown {
  if (typeof actual === "number" && typeof expected === "number") {
    return Math.abs(actual - expected) <= toleranceOf(expected) ? expected : actual;
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.map((item, i) => settle(item, expected[i]));
  }
  return actual;
}
