/** σ(x) = 1 / (1 + e⁻ˣ). No exponent is above 0, so that far below 0 it is eˣ and keeps its digits. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}
