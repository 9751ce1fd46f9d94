import { exponential } from "./exponential.js";

/** Softmax of each row; see {@link softmaxRows}. */
export function plainSoftmax(
  probs: Float64Array,
  max: Float64Array,
  sum: Float64Array,
  x: Float64Array,
  rows: number,
  cols: number,
): void {
  for (let i = 0; i < rows; i++) {
    const start = i * cols;
    const end = start + cols;
    let most = Number.NEGATIVE_INFINITY;
    for (let j = start; j < end; j++) most = Math.max(most, x[j] as number);
    let total = 0;
    for (let j = start; j < end; j++) {
      const e = exponential((x[j] as number) - most);
      probs[j] = e;
      total += e;
    }
    for (let j = start; j < end; j++) probs[j] = (probs[j] as number) / total;
    max[i] = most;
    sum[i] = total;
  }
}
