import { plainSumCols } from "./plain/sum-cols.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident, OUT } from "./wasm/scratch.js";

/** out[j] = sum over i of x[i, j], from top to bottom; where `accumulate`, what is in out is where the sums begin. */
export function sumCols(
  out: Float64Array,
  x: Float64Array,
  rows: number,
  cols: number,
  accumulate = false,
): void {
  if (!accumulate) out.fill(0);
  const engine = wasmEngine();
  if (!engine || !isResident(engine, x) || cols > OUT.size) {
    plainSumCols(out, x, rows, cols);
    return;
  }
  const { memory, functions } = engine;
  memory.set(out, OUT.start);
  functions.sumCols(8 * OUT.start, x.byteOffset, rows, cols);
  out.set(memory.subarray(OUT.start, OUT.start + cols));
}
