/** to[i] += factor * from[i] */
export function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + factor * (from[i] as number);
}

/** Whether {@link addScaled} would give finite numbers alone. */
export function addScaledIsFinite(to: Float64Array, factor: number, from: Float64Array): boolean {
  for (let i = 0; i < to.length; i++) {
    if (!(Math.abs((to[i] as number) + factor * (from[i] as number)) <= Number.MAX_VALUE)) return false;
  }
  return true;
}

/** The sum of the squares, from first to last. */
export function sumSquares(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (x[i] as number);
  return sum;
}
