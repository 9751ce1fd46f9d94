import { type Operand, transposed } from "../operand.js";
import { transpose } from "../transpose.js";

/*
 * What is fast about the code below is only the order in which elements are visited: two columns, which are first copied to where their
 * numbers lie one after the other, and four rows at a time, so that each number read is used more than once. Each sum stays as the naive
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
  // Two columns of the right operand, row after row.
  const pair = new Float64Array(2 * inner);
  for (let j = 0; j < cols; j += 2) {
    // Past the last column or row the tile reads the last one again: it has the same sum as the one it repeats.
    const j1 = Math.min(j + 1, cols - 1);
    for (let k = 0; k < inner; k++) {
      pair[2 * k] = right[k * rightK + j * rightJ] as number;
      pair[2 * k + 1] = right[k * rightK + j1 * rightJ] as number;
    }
    for (let i = 0; i < rows; i += 4) {
      const i1 = Math.min(i + 1, rows - 1);
      const i2 = Math.min(i + 2, rows - 1);
      const i3 = Math.min(i + 3, rows - 1);
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      if (accumulate) {
        s00 = out[i * cols + j] as number;
        s01 = out[i * cols + j1] as number;
        s10 = out[i1 * cols + j] as number;
        s11 = out[i1 * cols + j1] as number;
        s20 = out[i2 * cols + j] as number;
        s21 = out[i2 * cols + j1] as number;
        s30 = out[i3 * cols + j] as number;
        s31 = out[i3 * cols + j1] as number;
      }
      let l0 = i * leftI;
      let l1 = i1 * leftI;
      let l2 = i2 * leftI;
      let l3 = i3 * leftI;
      for (let r = 0; r < 2 * inner; r += 2) {
        const a = pair[r] as number;
        const b = pair[r + 1] as number;
        const x0 = left[l0] as number;
        const x1 = left[l1] as number;
        const x2 = left[l2] as number;
        const x3 = left[l3] as number;
        s00 += x0 * a;
        s01 += x0 * b;
        s10 += x1 * a;
        s11 += x1 * b;
        s20 += x2 * a;
        s21 += x2 * b;
        s30 += x3 * a;
        s31 += x3 * b;
        l0 += leftK;
        l1 += leftK;
        l2 += leftK;
        l3 += leftK;
      }
      if (bias) {
        const b0 = bias[j] as number;
        const b1 = bias[j1] as number;
        s00 += b0;
        s01 += b1;
        s10 += b0;
        s11 += b1;
        s20 += b0;
        s21 += b1;
        s30 += b0;
        s31 += b1;
      }
      out[i * cols + j] = s00;
      out[i * cols + j1] = s01;
      out[i1 * cols + j] = s10;
      out[i1 * cols + j1] = s11;
      out[i2 * cols + j] = s20;
      out[i2 * cols + j1] = s21;
      out[i3 * cols + j] = s30;
      out[i3 * cols + j1] = s31;
    }
  }
}
