/** Whether no element is NaN or infinite. */
export function plainAllFinite(x: Float64Array): boolean {
  // No sum, in which each addition would wait for the one before.
  for (let i = 0; i < x.length; i++) if (!(Math.abs(x[i] as number) <= Number.MAX_VALUE)) return false;
  return true;
}
