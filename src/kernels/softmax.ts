import { asStored } from "./operand.js";
import { SERIES } from "./plain/exponential.js";
import { plainSoftmax } from "./plain/softmax.js";
import { type Engine, wasmEngine } from "./wasm/engine.js";
import { BIAS, LEFT, locate, OUT, RIGHT } from "./wasm/scratch.js";

/** So many elements at a time: they stay in a second-level cache, and their rows' sums find room. */
const CHUNK = RIGHT.size / 2;

/**
 * Softmax of each row: `max` and `sum` get a row's largest element and the sum of e^(x - max), from left to right; `probs` gets each one's
 * share of it. No exponent is above 0, so nothing overflows. All elements of x are finite.
 */
export function softmaxRows(
  probs: Float64Array,
  max: Float64Array,
  sum: Float64Array,
  x: Float64Array,
  rows: number,
  cols: number,
): void {
  const engine = wasmEngine();
  if (engine && cols <= CHUNK) wasmSoftmax(engine, probs, max, sum, x, rows, cols);
  else plainSoftmax(probs, max, sum, x, rows, cols);
}

function wasmSoftmax(
  engine: Engine,
  probs: Float64Array,
  max: Float64Array,
  sum: Float64Array,
  x: Float64Array,
  rows: number,
  cols: number,
): void {
  const { functions, memory } = engine;
  memory.set(SERIES, BIAS.start);
  const step = Math.floor(CHUNK / Math.max(cols, 1));
  for (let i = 0; i < rows; i += step) {
    const height = Math.min(step, rows - i);
    const { pointer } = locate(engine, asStored(x, cols), LEFT, i, 0, height, cols);
    const sums = RIGHT.start + height;
    functions.softmax(8 * OUT.start, 8 * RIGHT.start, 8 * sums, pointer, height, cols, 8 * BIAS.start);
    probs.set(memory.subarray(OUT.start, OUT.start + height * cols), i * cols);
    max.set(memory.subarray(RIGHT.start, RIGHT.start + height), i);
    sum.set(memory.subarray(sums, sums + height), i);
  }
}
