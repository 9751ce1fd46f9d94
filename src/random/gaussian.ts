import { checkNonNegative } from "../errors/number.js";
import { wrongNumber } from "../errors/wrong.js";
import type { Mt19937 } from "./mt19937.js";

/**
 * Standard normals by the polar method (Marsaglia and Bray, 1964), as in NumPy's legacy generator: each
 * accepted point gives two, and the second is kept for the next call.
 */
export class Gaussian {
  /** The normal kept for the next call. */
  spare: number | null = null;

  next(source: Mt19937): number {
    if (this.spare !== null) {
      const value = this.spare;
      this.spare = null;
      return value;
    }
    for (;;) {
      const x1 = 2 * source.double() - 1;
      const x2 = 2 * source.double() - 1;
      const r2 = x1 * x1 + x2 * x2;
      if (r2 >= 1 || r2 === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(r2)) / r2);
      this.spare = factor * x1;
      return factor * x2;
    }
  }
}

/** No normal is larger: x1 and x2 are multiples of 2**-52, so |normal| ≤ √(-2 ln 2**-104) ≈ 12.007. */
export const LARGEST_NORMAL = 12.01;

/** Throws unless `scale` is a standard deviation with which every normal around `loc` is finite. */
export function checkScale(place: string, scale: unknown, loc = 0): asserts scale is number {
  checkNonNegative(place, scale);
  if (Number.isFinite(Math.abs(loc) + LARGEST_NORMAL * scale)) return;
  wrongNumber(place, scale, "a smaller number, so that no draw is infinite");
}
