import { checked, type Operand, type Stored, strided } from "./operand.js";
import { plainProduct } from "./plain/product.js";
import { wasmEngine } from "./wasm/engine.js";
import { wasmProduct } from "./wasm/product.js";
import { OUT } from "./wasm/scratch.js";

/** out = left · right */
export function product<Out extends Stored>(out: Out, left: Operand, right: Operand): Out {
  matmul(out.data, left, right);
  return out;
}

/** out = left · right + bias, a row that is added to each row. */
export function affine<Out extends Stored>(out: Out, left: Operand, right: Operand, bias: Stored): Out {
  matmul(out.data, left, right, bias.data);
  return out;
}

/** out += left · right. Each sum goes on from what is in `out`. */
export function addProduct(out: Stored, left: Operand, right: Operand): void {
  matmul(out.data, left, right, undefined, true);
}

/**
 * left · right in a new array. A copy of what the kernels wrote is faster than an array that is filled with
 * zeros first.
 */
export function newProduct(left: Stored, right: Stored): Float64Array {
  const size = left.rows * right.cols;
  const engine = wasmEngine();
  if (engine && size <= OUT.size) {
    const out = engine.memory.subarray(OUT.start, OUT.start + size);
    matmul(out, left, right);
    return new Float64Array(out);
  }
  const out = new Float64Array(size);
  matmul(out, left, right);
  return out;
}

/**
 * out = left · right (+ out, if `accumulate`: its sums go on) (+ bias, a row). Every element of the result is
 *
 *     let sum = 0; for (let k = 0; k < left.cols; k++) sum += left[i, k] * right[k, j];
 *
 * with one accumulator, summed in the order of k, multiplication and addition rounded separately.
 */
function matmul(
  out: Float64Array,
  left: Operand,
  right: Operand,
  bias?: Float64Array,
  accumulate?: boolean,
): void {
  const [a, b] = [strided(left), strided(right)];
  checked({ rows: a.rows, cols: b.cols, data: out });
  if (bias) checked({ rows: 1, cols: b.cols, data: bias });
  const engine = wasmEngine();
  if (engine) wasmProduct(engine, out, a, b, bias, accumulate);
  else plainProduct(out, a, b, bias, accumulate);
}
