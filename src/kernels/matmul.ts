import { type Operand, strided } from "./operand.js";
import { plainProduct } from "./plain/product.js";
import { wasmEngine } from "./wasm/engine.js";
import { wasmProduct } from "./wasm/product.js";

/**
 * out = left · right (+ out, if `accumulate`: its sums go on) (+ bias, a row). Every element of the result is
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
  const engine = wasmEngine();
  if (engine) wasmProduct(engine, out, strided(left), strided(right), bias, accumulate);
  else plainProduct(out, strided(left), strided(right), bias, accumulate);
}
