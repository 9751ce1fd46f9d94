import type { Stored } from "../operand.js";

/** out[j] += sum over i of x[i, j], from top to bottom. */
export function plainAddColumnSums(out: Float64Array, { cols, data: x }: Stored): void {
  for (let j = 0; j < cols; j++) {
    let sum = out[j] as number;
    for (let i = j; i < x.length; i += cols) sum += x[i] as number;
    out[j] = sum;
  }
}
