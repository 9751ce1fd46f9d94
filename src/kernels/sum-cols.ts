import type { Stored } from "./operand.js";
import { plainSumCols } from "./plain/sum-cols.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident, LEFT, locate, OUT } from "./wasm/scratch.js";

/** out[j] = sum over i of x[i, j], from top to bottom; where `accumulate`, what is in out is where the sums begin. */
export function sumCols(out: Float64Array, x: Stored, accumulate: boolean): void {
  if (!accumulate) out.fill(0);
  const engine = wasmEngine();
  if (!engine || x.cols > OUT.size) {
    plainSumCols(out, x);
    return;
  }
  const { rows, cols, data } = x;
  engine.memory.set(out, OUT.start);
  const step = isResident(engine, data) ? rows : Math.floor(LEFT.size / cols);
  for (let i = 0; i < rows; i += step) {
    const height = Math.min(step, rows - i);
    engine.sumCols(8 * OUT.start, locate(engine, x, LEFT, i, 0, height, cols).pointer, height, cols);
  }
  out.set(engine.memory.subarray(OUT.start, OUT.start + cols));
}
