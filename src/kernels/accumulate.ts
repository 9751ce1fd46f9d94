/** to[i] += factor * from[i]; returns whether all that came out is finite. */
export function addScaled(to: Float64Array, factor: number, from: Float64Array): boolean {
  let finite = true;
  for (let i = 0; i < to.length; i++) {
    const sum = (to[i] as number) + factor * (from[i] as number);
    to[i] = sum;
    if (!(Math.abs(sum) <= Number.MAX_VALUE)) finite = false;
  }
  return finite;
}

/** The sum of the squares, from first to last. */
export function sumSquares(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (x[i] as number);
  return sum;
}
