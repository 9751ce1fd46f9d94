/** Folds every row from left to right: out[i] = f(...f(f(start, x[i, 0]), x[i, 1])...) */
export function foldRows(
  out: Float64Array,
  x: Float64Array,
  rows: number,
  cols: number,
  start: number,
  f: (total: number, value: number) => number,
): void {
  for (let i = 0; i < rows; i++) {
    let total = start;
    for (let j = 0; j < cols; j++) total = f(total, x[i * cols + j] as number);
    out[i] = total;
  }
}

/** Folds every column from top to bottom: out[j] = f(...f(f(start, x[0, j]), x[1, j])...) */
export function foldCols(
  out: Float64Array,
  x: Float64Array,
  rows: number,
  cols: number,
  start: number,
  f: (total: number, value: number) => number,
): void {
  out.fill(start);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) out[j] = f(out[j] as number, x[i * cols + j] as number);
  }
}
