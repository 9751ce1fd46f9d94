import { asStored, type Operand, transposed } from "./operand.js";
import { plainProduct } from "./plain/product.js";
import { transpose } from "./transpose.js";
import { wasmEngine } from "./wasm/engine.js";
import { wasmProduct } from "./wasm/product.js";

/*
 * Three products, one specification: every element of the result is
 *
 *     let sum = 0; for (let k = 0; k < inner; k++) sum += left[i, k] * right[k, j];
 *
 * with one accumulator, summed in the order of k, multiplication and addition rounded separately.
 */

/** out = left · right (+ bias, a row); left is rows x inner, right is inner x cols. */
export function matmul(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  cols: number,
  bias?: Float64Array,
): void {
  product(out, asStored(left, inner), asStored(right, cols), rows, inner, cols, bias);
}

/** out = leftᵀ · right (+ out where `accumulate`: its sums go on); left is inner x rows, right is inner x cols. */
export function matmulTransposedLeft(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  cols: number,
  accumulate = false,
): void {
  product(
    out,
    transposed(asStored(left, rows)),
    asStored(right, cols),
    rows,
    inner,
    cols,
    undefined,
    accumulate,
  );
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
  product(out, asStored(left, inner), transposed(asStored(right, inner)), rows, inner, cols);
}

function product(
  out: Float64Array,
  left: Operand,
  right: Operand,
  rows: number,
  inner: number,
  cols: number,
  bias?: Float64Array,
  accumulate?: boolean,
): void {
  if (rows < 3 && cols > rows && !bias) {
    // Four rows are computed at a time. So few are better as the columns of the transpose.
    const flipped = new Float64Array(cols * rows);
    if (accumulate) transpose(flipped, out, rows, cols);
    product(flipped, transposed(right), transposed(left), cols, inner, rows, undefined, accumulate);
    transpose(out, flipped, cols, rows);
    return;
  }
  const engine = wasmEngine();
  if (engine) wasmProduct(engine, out, left, right, rows, inner, cols, bias, accumulate);
  else plainProduct(out, left, right, rows, inner, cols, bias, accumulate);
}
