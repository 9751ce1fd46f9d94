import type { Stored } from "./operand.js";
import { plainSumCols } from "./plain/sum-cols.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident, OUT } from "./wasm/scratch.js";

/** out[j] = sum over i of x[i, j], from top to bottom; where `accumulate`, what is in out is where the sums begin. */
export function sumCols(out: Float64Array, x: Stored, accumulate: boolean): void {
  if (!accumulate) out.fill(0);
  const engine = wasmEngine();
  if (!engine || !isResident(engine, x.data) || x.cols > OUT.size) {
    plainSumCols(out, x);
    return;
  }
  const { memory, functions } = engine;
  memory.set(out, OUT.start);
  functions.sumCols(8 * OUT.start, x.data.byteOffset, x.rows, x.cols);
  out.set(memory.subarray(OUT.start, OUT.start + x.cols));
}
