/** Whether no element from `start` on is NaN or infinite. */
export function plainAllFinite(x: Float64Array, start = 0): boolean {
  // Faster than a sum, in which each addition waits for the one before.
  for (let i = start; i < x.length; i++) if (!(Math.abs(x[i] as number) < Infinity)) return false;
  return true;
}
