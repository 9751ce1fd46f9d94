/** Adds a row to every row of x, in place. */
export function addRow(x: Float64Array, row: Float64Array, rows: number, cols: number): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) x[i * cols + j] = (x[i * cols + j] as number) + (row[j] as number);
  }
}

/** out[j] = sum over i of x[i, j], from top to bottom. */
export function sumCols(out: Float64Array, x: Float64Array, rows: number, cols: number): void {
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) out[j] = (out[j] as number) + (x[i * cols + j] as number);
  }
}

/** to[i] += factor * from[i] */
export function addScaled(to: Float64Array, factor: number, from: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + factor * (from[i] as number);
}

/** The sum of the squares, from first to last. */
export function sumSquares(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] as number) * (x[i] as number);
  return sum;
}
