import type { Strided } from "../operand.js";

/*
 * Only the order in which elements are visited is clever here: two rows by three columns at a time, so that
 * each number that is read is used more than once. (More than six sums would not fit into registers together
 * with what they add up.) Each sum has the bits of the naive loop.
 */

/** Room for three columns of the right operand; kept, since a new array takes longer than a small product. */
let kept = new Float64Array(0);

/** out = left · right (+ out, if `accumulate`) (+ bias, a row) */
export function plainProduct(
  out: Float64Array,
  { rows, cols: inner, data: left, rowStride: leftI, colStride: leftK }: Strided,
  { cols, data: right, rowStride: rightK, colStride: rightJ }: Strided,
  bias?: Float64Array,
  accumulate = false,
): void {
  if (kept.length < 3 * inner) kept = new Float64Array(3 * inner);
  const columns = kept; // a local variable is faster than one of the module
  for (let j = 0; j < cols; j += 3) {
    // Beyond the last row or column a tile computes the last one again.
    const j1 = Math.min(j + 1, cols - 1);
    const j2 = Math.min(j + 2, cols - 1);
    for (let k = 0; k < inner; k++) {
      columns[3 * k] = right[k * rightK + j * rightJ] as number;
      columns[3 * k + 1] = right[k * rightK + j1 * rightJ] as number;
      columns[3 * k + 2] = right[k * rightK + j2 * rightJ] as number;
    }
    for (let i = 0; i < rows; i += 2) {
      const i1 = Math.min(i + 1, rows - 1);
      const o0 = i * cols;
      const o1 = i1 * cols;
      let s00 = accumulate ? (out[o0 + j] as number) : 0;
      let s01 = accumulate ? (out[o0 + j1] as number) : 0;
      let s02 = accumulate ? (out[o0 + j2] as number) : 0;
      let s10 = accumulate ? (out[o1 + j] as number) : 0;
      let s11 = accumulate ? (out[o1 + j1] as number) : 0;
      let s12 = accumulate ? (out[o1 + j2] as number) : 0;
      let l0 = i * leftI;
      let l1 = i1 * leftI;
      for (let c = 0; c < 3 * inner; c += 3) {
        const b0 = columns[c] as number;
        const b1 = columns[c + 1] as number;
        const b2 = columns[c + 2] as number;
        const a0 = left[l0] as number;
        const a1 = left[l1] as number;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        l0 += leftK;
        l1 += leftK;
      }
      out[o0 + j] = bias ? s00 + (bias[j] as number) : s00;
      out[o0 + j1] = bias ? s01 + (bias[j1] as number) : s01;
      out[o0 + j2] = bias ? s02 + (bias[j2] as number) : s02;
      out[o1 + j] = bias ? s10 + (bias[j] as number) : s10;
      out[o1 + j1] = bias ? s11 + (bias[j1] as number) : s11;
      out[o1 + j2] = bias ? s12 + (bias[j2] as number) : s12;
    }
  }
}
