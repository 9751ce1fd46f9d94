import { type Operand, transposed } from "../operand.js";
import { transpose } from "../transpose.js";

/*
 * What is fast about the code below is only the order in which elements are visited: three columns, which are first copied to where their
 * numbers lie one after the other, and three rows at a time, so that each number read is used more than once. Each sum stays as the naive
 * loop has it, to the last bit.
 */

/** out = left · right (+ out where `accumulate`) (+ bias, a row). */
export function plainProduct(
  out: Float64Array,
  left: Operand,
  right: Operand,
  bias?: Float64Array,
  accumulate = false,
): void {
  const { rows } = left;
  const { cols } = right;
  if (rows > 2 || cols <= rows || bias) {
    tiles(out, left, right, bias, accumulate);
    return;
  }
  // One or two rows are better as the columns of the transpose.
  const flipped = new Float64Array(rows * cols);
  if (accumulate) transpose(flipped, out, rows, cols);
  tiles(flipped, transposed(right), transposed(left), bias, accumulate);
  transpose(out, flipped, cols, rows);
}

function tiles(
  out: Float64Array,
  { rows, cols: inner, data: left, rowStride: leftI = inner, colStride: leftK = 1 }: Operand,
  { cols, data: right, rowStride: rightK = cols, colStride: rightJ = 1 }: Operand,
  bias: Float64Array | undefined,
  accumulate: boolean,
): void {
  // Three columns of the right operand, row after row.
  const columns = new Float64Array(3 * inner);
  for (let j = 0; j < cols; j += 3) {
    // Past the last column or row the tile reads the last one again: it has the same sum as the one it repeats.
    const j1 = Math.min(j + 1, cols - 1);
    const j2 = Math.min(j + 2, cols - 1);
    for (let k = 0; k < inner; k++) {
      columns[3 * k] = right[k * rightK + j * rightJ] as number;
      columns[3 * k + 1] = right[k * rightK + j1 * rightJ] as number;
      columns[3 * k + 2] = right[k * rightK + j2 * rightJ] as number;
    }
    for (let i = 0; i < rows; i += 3) {
      const i1 = Math.min(i + 1, rows - 1);
      const i2 = Math.min(i + 2, rows - 1);
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s20 = 0;
      let s21 = 0;
      let s22 = 0;
      if (accumulate) {
        s00 = out[i * cols + j] as number;
        s01 = out[i * cols + j1] as number;
        s02 = out[i * cols + j2] as number;
        s10 = out[i1 * cols + j] as number;
        s11 = out[i1 * cols + j1] as number;
        s12 = out[i1 * cols + j2] as number;
        s20 = out[i2 * cols + j] as number;
        s21 = out[i2 * cols + j1] as number;
        s22 = out[i2 * cols + j2] as number;
      }
      let l0 = i * leftI;
      let l1 = i1 * leftI;
      let l2 = i2 * leftI;
      for (let c = 0; c < 3 * inner; c += 3) {
        const b0 = columns[c] as number;
        const b1 = columns[c + 1] as number;
        const b2 = columns[c + 2] as number;
        const a0 = left[l0] as number;
        const a1 = left[l1] as number;
        const a2 = left[l2] as number;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        s20 += a2 * b0;
        s21 += a2 * b1;
        s22 += a2 * b2;
        l0 += leftK;
        l1 += leftK;
        l2 += leftK;
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
        s20 += b0;
        s21 += b1;
        s22 += b2;
      }
      out[i * cols + j] = s00;
      out[i * cols + j1] = s01;
      out[i * cols + j2] = s02;
      out[i1 * cols + j] = s10;
      out[i1 * cols + j1] = s11;
      out[i1 * cols + j2] = s12;
      out[i2 * cols + j] = s20;
      out[i2 * cols + j1] = s21;
      out[i2 * cols + j2] = s22;
    }
  }
}
