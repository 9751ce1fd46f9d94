import type { Operand } from "../operand.js";

/*
 * What is fast about the code below is only the order in which elements are visited: four rows and two columns at a time, so that each
 * number read is used more than once. Each sum stays as the naive loop has it, to the last bit.
 */

/** out = left · right (+ bias, a row), rows x cols. */
export function plainProduct(
  out: Float64Array,
  { data: left, rowStride: leftI, colStride: leftK }: Operand,
  { data: right, rowStride: rightK, colStride: rightJ }: Operand,
  rows: number,
  inner: number,
  cols: number,
  bias?: Float64Array,
): void {
  for (let i = 0; i < rows; i += 4) {
    // Past the last row the tile reads the last row again, and what comes out is not kept.
    const i1 = Math.min(i + 1, rows - 1);
    const i2 = Math.min(i + 2, rows - 1);
    const i3 = Math.min(i + 3, rows - 1);
    for (let j = 0; j < cols; j += 2) {
      const j1 = Math.min(j + 1, cols - 1);
      let l0 = i * leftI;
      let l1 = i1 * leftI;
      let l2 = i2 * leftI;
      let l3 = i3 * leftI;
      let r0 = j * rightJ;
      let r1 = j1 * rightJ;
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      let s20 = 0;
      let s21 = 0;
      let s30 = 0;
      let s31 = 0;
      for (let k = 0; k < inner; k++) {
        const a = right[r0] as number;
        const b = right[r1] as number;
        s00 += (left[l0] as number) * a;
        s01 += (left[l0] as number) * b;
        s10 += (left[l1] as number) * a;
        s11 += (left[l1] as number) * b;
        s20 += (left[l2] as number) * a;
        s21 += (left[l2] as number) * b;
        s30 += (left[l3] as number) * a;
        s31 += (left[l3] as number) * b;
        l0 += leftK;
        l1 += leftK;
        l2 += leftK;
        l3 += leftK;
        r0 += rightK;
        r1 += rightK;
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
      // A repeated row or column has the same sum as the one it repeats.
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
