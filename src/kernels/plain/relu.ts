/** out = max(0, x); NaN stays NaN. */
export function plainRelu(out: Float64Array, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = Math.max(0, x[i] as number);
}

/** out = gradient where x > 0, else 0. */
export function plainReluGradient(out: Float64Array, gradient: Float64Array, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) out[i] = (x[i] as number) > 0 ? (gradient[i] as number) : 0;
}
