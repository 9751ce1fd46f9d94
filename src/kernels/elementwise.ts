import type { Strided } from "./operand.js";

/** A matrix as an elementwise kernel reads it: a stride of 0 repeats the same row or column. */
export type Repeated = Omit<Strided, "rows" | "cols">;

/** out[i, j] = f(left[i, j], right[i, j]) */
export function combine(
  out: Float64Array,
  left: Repeated,
  right: Repeated,
  rows: number,
  cols: number,
  f: (a: number, b: number) => number,
): void {
  let o = 0;
  for (let i = 0; i < rows; i++) {
    let l = i * left.rowStride;
    let r = i * right.rowStride;
    for (let j = 0; j < cols; j++) {
      out[o++] = f(left.data[l] as number, right.data[r] as number);
      l += left.colStride;
      r += right.colStride;
    }
  }
}

/** out[i] = f(x[i]) */
export function apply(out: Float64Array, x: Float64Array, f: (value: number) => number): void {
  for (let i = 0; i < x.length; i++) out[i] = f(x[i] as number);
}
