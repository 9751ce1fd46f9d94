import type { Stored } from "../operand.js";
import type { Softmax } from "../softmax.js";
import { exponential } from "./exponential.js";

/** Softmax of each row; see {@link Softmax}. */
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
