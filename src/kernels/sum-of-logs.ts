/** Products stay below it, so that one more factor does not overflow. */
const LIMIT = 1e200;

/**
 * The sum of log(1 + x) over all x, none of them negative, with all its digits even if every x is tiny.
 *
 * Logarithms take longer than anything else in a loss, so one is taken of a product of many 1 + x. The
 * product is kept less 1, which would swallow what is small: (1 + p)(1 + x) - 1 = p(1 + x) + x.
 */
export function sumOfLogs(x: Float64Array): number {
  let sum = 0;
  let product = 0;
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    product = product * (1 + value) + value;
    if (product > LIMIT) {
      sum += Math.log1p(product);
      product = 0;
    }
  }
  return sum + Math.log1p(product);
}
