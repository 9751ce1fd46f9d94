import { type Stored, type Strided, strided } from "./operand.js";
import { plainSoftmax, type Softmax } from "./plain/softmax.js";
import { type Engine, wasmEngine } from "./wasm/engine.js";
import { LEFT, locate, OUT, PANELS, RIGHT } from "./wasm/scratch.js";

/** Kept from call to call: in a small training new arrays take a tenth of a loss's time. */
let kept = { max: new Float64Array(0), rest: new Float64Array(0) };

/** Elements at a time: they stay in a second-level cache. */
const CHUNK = RIGHT.size / 2;

/** Softmax of each row of x, whose elements are all finite. No exponent is above 0, so nothing overflows. */
export function softmaxRows(x: Stored): Softmax {
  const { rows, cols } = x;
  const strides = strided(x);
  if (kept.max.length !== rows) kept = { max: new Float64Array(rows), rest: new Float64Array(rows) };
  const result = { probs: new Float64Array(rows * cols), ...kept };
  const engine = wasmEngine();
  if (engine && cols <= CHUNK) wasmSoftmax(engine, result, strides);
  else plainSoftmax(result, strides);
  return result;
}

function wasmSoftmax(engine: Engine, { probs, max, rest }: Softmax, x: Strided): void {
  const { rows, cols } = x;
  const { memory } = engine;
  const step = Math.floor(CHUNK / Math.max(cols, 1));
  for (let i = 0; i < rows; i += step) {
    const height = Math.min(step, rows - i);
    const { pointer } = locate(engine, x, LEFT, { row: i, col: 0, height, width: cols });
    engine.softmax(8 * OUT.start, 8 * RIGHT.start, 8 * PANELS.start, pointer, height, cols);
    probs.set(memory.subarray(OUT.start, OUT.start + height * cols), i * cols);
    max.set(memory.subarray(RIGHT.start, RIGHT.start + height), i);
    rest.set(memory.subarray(PANELS.start, PANELS.start + height), i);
  }
}
