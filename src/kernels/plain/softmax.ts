import type { Stored } from "../operand.js";
import { exponential } from "./exponential.js";

/** The softmax of each row, and what it was made of: `max` and `rest`, which the next call overwrites. */
export interface Softmax {
  /** e^(x - max) / Σ e^(x - max) */
  readonly probs: Float64Array;
  /** The largest element of each row. */
  readonly max: Float64Array;
  /** Of each row Σ e^(x - max) - 1, the sum without one largest element: no digits are lost if it is tiny. */
  readonly rest: Float64Array;
}

/** Softmax of each row. */
export function plainSoftmax({ probs, max, rest }: Softmax, { rows, cols, data: x }: Stored): void {
  for (let i = 0; i < rows; i++) {
    const start = i * cols;
    const end = start + cols;
    let most = -Infinity;
    for (let j = start; j < end; j++) if ((x[j] as number) > most) most = x[j] as number;
    let sum = 0;
    let below = 0;
    for (let j = start; j < end; j++) {
      const e = exponential((x[j] as number) - most);
      probs[j] = e;
      sum += e;
      if (e < 1) below += e;
    }
    for (let j = start; j < end; j++) probs[j] = (probs[j] as number) / sum;
    max[i] = most;
    // A sum below 2 has a single 1 in it, which swallows digits of the others.
    rest[i] = sum < 2 ? below : sum - 1;
  }
}
