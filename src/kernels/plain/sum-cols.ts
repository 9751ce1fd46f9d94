import type { Stored } from "../operand.js";

/** out[j] += sum over i of x[i, j], from top to bottom. */
export function plainSumCols(out: Float64Array, { rows, cols, data: x }: Stored): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) out[j] = (out[j] as number) + (x[i * cols + j] as number);
  }
}
