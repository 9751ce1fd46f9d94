/** to[i] += factor * x[i] / (scale * √squares[i] + epsilon), from `start` on */
export function plainAddQuotient(
  to: Float64Array,
  factor: number,
  x: Float64Array,
  squares: Float64Array,
  scale: number,
  epsilon: number,
  start = 0,
): void {
  for (let i = start; i < to.length; i++) {
    const quotient = (factor * (x[i] as number)) / (scale * Math.sqrt(squares[i] as number) + epsilon);
    to[i] = (to[i] as number) + quotient;
  }
}
