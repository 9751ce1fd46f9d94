import type { Mt19937 } from "./mt19937.js";

/**
 * Standard normals by the polar method (Marsaglia and Bray, 1964), as NumPy's legacy generator draws them: each accepted point gives
 * two, and the second is kept for the next call.
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
