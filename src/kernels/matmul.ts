import { asStored, type Operand, transposed } from "./operand.js";
import { plainProduct } from "./plain/product.js";
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

/** out = leftᵀ · right; left is inner x rows, right is inner x cols. */
export function matmulTransposedLeft(
  out: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  cols: number,
): void {
  product(out, transposed(asStored(left, rows)), asStored(right, cols), rows, inner, cols);
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
): void {
  const engine = wasmEngine();
  if (engine) wasmProduct(engine, out, left, right, rows, inner, cols, bias);
  else plainProduct(out, left, right, rows, inner, cols, bias);
}
