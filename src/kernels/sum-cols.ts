import { plainSumCols } from "./plain/sum-cols.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident, OUT } from "./wasm/scratch.js";

/** out[j] = sum over i of x[i, j], from top to bottom. */
export function sumCols(out: Float64Array, x: Float64Array, rows: number, cols: number): void {
  const engine = wasmEngine();
  if (!engine || !isResident(engine, x) || cols > OUT.size) {
    plainSumCols(out, x, rows, cols);
    return;
  }
  engine.functions.sumCols(8 * OUT.start, x.byteOffset, rows, cols);
  out.set(engine.memory.subarray(OUT.start, OUT.start + cols));
}
