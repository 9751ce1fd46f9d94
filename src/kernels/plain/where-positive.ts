/** out = values where x > 0 or NaN, else 0. */
export function plainWherePositive(out: Float64Array, values: Float64Array, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = (x[i] as number) <= 0 ? 0 : (values[i] as number);
}
