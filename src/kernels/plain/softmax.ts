import type { Stored } from "../operand.js";
import type { Softmax } from "../softmax.js";
import { exponential } from "./exponential.js";

/** Softmax of each row; see {@link Softmax}. */
export function plainSoftmax({ probs, maxAndSum }: Softmax, { rows, cols, data: x }: Stored): void {
  for (let i = 0; i < rows; i++) {
    const start = i * cols;
    const end = start + cols;
    let most = -Infinity;
    for (let j = start; j < end; j++) if ((x[j] as number) > most) most = x[j] as number;
    let total = 0;
    for (let j = start; j < end; j++) {
      const e = exponential((x[j] as number) - most);
      probs[j] = e;
      total += e;
    }
    for (let j = start; j < end; j++) probs[j] = (probs[j] as number) / total;
    maxAndSum[2 * i] = most;
    maxAndSum[2 * i + 1] = total;
  }
}
