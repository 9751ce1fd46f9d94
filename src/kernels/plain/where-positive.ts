/** out = (values if x > 0, else 0) + 0x, from `start` on. */
export function plainWherePositive(
  out: Float64Array,
  values: Float64Array,
  x: Float64Array,
  start = 0,
): void {
  for (let i = start; i < x.length; i++)
    out[i] = ((x[i] as number) > 0 ? (values[i] as number) : 0) + 0 * (x[i] as number);
}
