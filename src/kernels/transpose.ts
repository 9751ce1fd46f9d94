/** out = xᵀ; x is rows x cols. */
export function transpose(out: Float64Array, x: Float64Array, rows: number, cols: number): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) out[j * rows + i] = x[i * cols + j] as number;
  }
}
