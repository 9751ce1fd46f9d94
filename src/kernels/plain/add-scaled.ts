/** to[i] = keep * to[i] + factor * from[i], from `start` on */
export function plainAddScaled(
  to: Float64Array,
  factor: number,
  from: Float64Array,
  keep = 1,
  start = 0,
): void {
  for (let i = start; i < to.length; i++) to[i] = keep * (to[i] as number) + factor * (from[i] as number);
}
