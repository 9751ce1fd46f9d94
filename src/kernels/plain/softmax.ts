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
    // A sum below 2 holds a single 1, which swallows digits of the others; of a larger one 1 can be taken away.
    rest[i] = sum < 2 ? below : sum - 1;
  }
}
