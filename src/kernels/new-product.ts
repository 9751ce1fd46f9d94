import { matmul } from "./matmul.js";
import type { Stored } from "./operand.js";
import { wasmEngine } from "./wasm/engine.js";
import { OUT } from "./wasm/scratch.js";

/** left · right as {@link matmul} gives it, in a new array: one made as a copy of what the kernels wrote is not filled with zeros first. */
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
