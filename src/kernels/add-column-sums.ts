import { checked, type Stored, strided } from "./operand.js";
import { plainAddColumnSums } from "./plain/add-column-sums.js";
import { wasmEngine } from "./wasm/engine.js";
import { isResident, LEFT, locate, OUT } from "./wasm/scratch.js";

/** out[j] += sum over i of x[i, j], from top to bottom. The sums go on from what is in `out`, a row. */
export function addColumnSums({ data: out }: Stored, x: Stored): void {
  const { rows, cols, data } = x;
  const strides = strided(x);
  checked({ rows: 1, cols, data: out });
  const engine = wasmEngine();
  if (!engine || cols > OUT.size) {
    plainAddColumnSums(out, x);
    return;
  }
  engine.memory.set(out, OUT.start);
  const step = isResident(engine, data) ? rows : Math.floor(LEFT.size / cols);
  for (let i = 0; i < rows; i += step) {
    const height = Math.min(step, rows - i);
    engine.sumCols(
      8 * OUT.start,
      locate(engine, strides, LEFT, { row: i, col: 0, height, width: cols }).pointer,
      height,
      cols,
    );
  }
  out.set(engine.memory.subarray(OUT.start, OUT.start + cols));
}
