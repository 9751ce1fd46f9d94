import type { Strided } from "../operand.js";

/*
 * What is fast about the code below is only the order in which elements are visited: three columns, which are first copied to where their
 * numbers lie one after the other, and two rows at a time, so that each number read is used more than once. More than six sums would find no
 * room in registers beside their products. Each sum stays as the naive loop has it, to the last bit.
 */

/** Room for three columns of the right operand. It is kept, since a new array takes longer than a small product. */
let kept = new Float64Array(0);

/** out = left · right (+ out where `accumulate`) (+ bias, a row). */
export function plainProduct(
  out: Float64Array,
  { rows, cols: inner, data: left, rowStride: leftI, colStride: leftK }: Strided,
  { cols, data: right, rowStride: rightK, colStride: rightJ }: Strided,
  bias?: Float64Array,
  accumulate = false,
): void {
  const end = 3 * inner;
  if (kept.length < end) kept = new Float64Array(end);
  // Row after row; a variable of its own, for the other one would be looked up at every use.
  const columns = kept;
  for (let j = 0; j < cols; j += 3) {
    // Past the last column or row the tile reads the last one again: it has the same sum as the one it repeats.
    const j1 = Math.min(j + 1, cols - 1);
    const j2 = Math.min(j + 2, cols - 1);
    for (let k = 0; k < inner; k++) {
      columns[3 * k] = right[k * rightK + j * rightJ] as number;
      columns[3 * k + 1] = right[k * rightK + j1 * rightJ] as number;
      columns[3 * k + 2] = right[k * rightK + j2 * rightJ] as number;
    }
    for (let i = 0; i < rows; i += 2) {
      const i1 = Math.min(i + 1, rows - 1);
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      if (accumulate) {
        s00 = out[i * cols + j] as number;
        s01 = out[i * cols + j1] as number;
        s02 = out[i * cols + j2] as number;
        s10 = out[i1 * cols + j] as number;
        s11 = out[i1 * cols + j1] as number;
        s12 = out[i1 * cols + j2] as number;
      }
      let l0 = i * leftI;
      let l1 = i1 * leftI;
      // Four turns are written out: what an engine checks once a turn, it checks less often.
      for (let c = 0; c < end; c += 12) {
        let b0 = columns[c] as number;
        let b1 = columns[c + 1] as number;
        let b2 = columns[c + 2] as number;
        let a0 = left[l0] as number;
        let a1 = left[l1] as number;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        l0 += leftK;
        l1 += leftK;
        if (c + 3 >= end) break;
        b0 = columns[c + 3] as number;
        b1 = columns[c + 4] as number;
        b2 = columns[c + 5] as number;
        a0 = left[l0] as number;
        a1 = left[l1] as number;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        l0 += leftK;
        l1 += leftK;
        if (c + 6 >= end) break;
        b0 = columns[c + 6] as number;
        b1 = columns[c + 7] as number;
        b2 = columns[c + 8] as number;
        a0 = left[l0] as number;
        a1 = left[l1] as number;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        l0 += leftK;
        l1 += leftK;
        if (c + 9 >= end) break;
        b0 = columns[c + 9] as number;
        b1 = columns[c + 10] as number;
        b2 = columns[c + 11] as number;
        a0 = left[l0] as number;
        a1 = left[l1] as number;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        l0 += leftK;
        l1 += leftK;
      }
      if (bias) {
        const b0 = bias[j] as number;
        const b1 = bias[j1] as number;
        const b2 = bias[j2] as number;
        s00 += b0;
        s01 += b1;
        s02 += b2;
        s10 += b0;
        s11 += b1;
        s12 += b2;
      }
      out[i * cols + j] = s00;
      out[i * cols + j1] = s01;
      out[i * cols + j2] = s02;
      out[i1 * cols + j] = s10;
      out[i1 * cols + j1] = s11;
      out[i1 * cols + j2] = s12;
    }
  }
}
