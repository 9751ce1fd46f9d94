import { sumSquares } from "./sum-squares.js";

/** Sums of squares below have lost digits: some squares may have been too small for a float64. */
const SMALL = 1e-290;

/** Σ x² as sum · scale². The scale is 1, or max|x| if the squares overflow or vanish. */
export interface ScaledSquares {
  readonly sum: number;
  readonly scale: number;
}

export function scaledSquares(x: Float64Array): ScaledSquares {
  const sum = sumSquares(x);
  if (sum > SMALL && sum < Infinity) return { sum, scale: 1 };
  const scale = x.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return { sum: sumSquares(x.map((value) => value / scale)), scale };
}

/** √ Σ x² */
export function norm(x: Float64Array): number {
  const { sum, scale } = scaledSquares(x);
  return scale * Math.sqrt(sum);
}
