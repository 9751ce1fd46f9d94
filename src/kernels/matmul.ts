/*
 * Three products, one specification: every element of the result is
 *
 *     let sum = 0; for (let k = 0; k < inner; k++) sum += left[i, k] * right[k, j];
 *
 * with one accumulator, summed in the order of k. The loops below only change the order in which elements are visited, never the
 * order within one element's sum, so their results are the same to the last bit.
 */

/** out = left · right; left is rows x inner, right is inner x cols. */
export function matmul(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  cols: number,
): void {
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const a = left[i * inner + k] as number;
      addScaledRow(out, i * cols, a, right, k * cols, cols);
    }
  }
}

/** out = leftᵀ · right; left is inner x rows, right is inner x cols. */
export function matmulTransposedLeft(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  cols: number,
): void {
  out.fill(0);
  for (let k = 0; k < inner; k++) {
    for (let i = 0; i < rows; i++) {
      const a = left[k * rows + i] as number;
      addScaledRow(out, i * cols, a, right, k * cols, cols);
    }
  }
}

/** out = left · rightᵀ; left is rows x inner, right is cols x inner. */
export function matmulTransposedRight(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  cols: number,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        sum += (left[i * inner + k] as number) * (right[j * inner + k] as number);
      }
      out[i * cols + j] = sum;
    }
  }
}

/** Adds factor times a row of `from` to a row of `to`. */
function addScaledRow(
  to: Float64Array,
  toStart: number,
  factor: number,
  from: Float64Array,
  fromStart: number,
  length: number,
): void {
  for (let j = 0; j < length; j++) {
    to[toStart + j] = (to[toStart + j] as number) + factor * (from[fromStart + j] as number);
  }
}
