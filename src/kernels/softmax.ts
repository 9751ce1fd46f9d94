/**
 * out = exp(x - max) of one row; returns the row's maximum and the sum of out, from left to right. No exponent is above 0, so nothing
 * overflows.
 */
export function shiftedExp(
  out: Float64Array,
  x: Float64Array,
  start: number,
  end: number,
): { max: number; sum: number } {
  let max = Number.NEGATIVE_INFINITY;
  for (let j = start; j < end; j++) max = Math.max(max, x[j] as number);
  let sum = 0;
  for (let j = start; j < end; j++) {
    const e = Math.exp((x[j] as number) - max);
    out[j] = e;
    sum += e;
  }
  return { max, sum };
}
