import { plainSumCols } from "./plain/sum-cols.js";
import { wasmEngine } from "./wasm/engine.js";
import { BIAS, isResident } from "./wasm/scratch.js";

/** out[j] = sum over i of x[i, j], from top to bottom. */
export function sumCols(out: Float64Array, x: Float64Array, rows: number, cols: number): void {
  const engine = wasmEngine();
  if (!engine || !isResident(engine, x) || cols > BIAS.size) {
    plainSumCols(out, x, rows, cols);
    return;
  }
  engine.functions.sumCols(8 * BIAS.start, x.byteOffset, rows, cols);
  out.set(engine.memory.subarray(BIAS.start, BIAS.start + cols));
}
