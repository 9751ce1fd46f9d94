import { type Operand, transposed } from "./operand.js";
import { plainProduct } from "./plain/product.js";
import { transpose } from "./transpose.js";
import { wasmEngine } from "./wasm/engine.js";
import { wasmProduct } from "./wasm/product.js";

/**
 * out = left · right (+ out where `accumulate`: its sums go on) (+ bias, a row). Every element of the result is
 *
 *     let sum = 0; for (let k = 0; k < left.cols; k++) sum += left[i, k] * right[k, j];
 *
 * with one accumulator, summed in the order of k, multiplication and addition rounded separately.
 */
export function matmul(
  out: Float64Array,
  left: Operand,
  right: Operand,
  bias?: Float64Array,
  accumulate?: boolean,
): void {
  const [rows, cols] = [left.rows, right.cols];
  if (rows < 3 && cols > rows && !bias) {
    // Four rows are computed at a time. So few are better as the columns of the transpose.
    const flipped = new Float64Array(cols * rows);
    if (accumulate) transpose(flipped, out, rows, cols);
    matmul(flipped, transposed(right), transposed(left), undefined, accumulate);
    transpose(out, flipped, cols, rows);
    return;
  }
  const engine = wasmEngine();
  if (engine) wasmProduct(engine, out, left, right, bias, accumulate);
  else plainProduct(out, left, right, bias, accumulate);
}
