import type { Stored } from "./operand.js";
import { SERIES } from "./plain/exponential.js";
import { plainSoftmax } from "./plain/softmax.js";
import { type Engine, wasmEngine } from "./wasm/engine.js";
import { BIAS, LEFT, locate, OUT, RIGHT } from "./wasm/scratch.js";

/** The softmax of each row, and what it was made of, which is overwritten by the next call. */
export interface Softmax {
  /** e^(x - max) / sum */
  readonly probs: Float64Array;
  /** The largest element of each row. */
  readonly max: Float64Array;
  /** The sum of e^(x - max) of each row, from left to right. */
  readonly sum: Float64Array;
}

let max = new Float64Array(0);
let sum = max;

/** So many elements at a time: they stay in a second-level cache, and their rows' sums find room. */
const CHUNK = RIGHT.size / 2;

/** Softmax of each row of x, whose elements are all finite. No exponent is above 0, so nothing overflows. */
export function softmaxRows(x: Stored): Softmax {
  const { rows, cols } = x;
  if (max.length !== rows) {
    max = new Float64Array(rows);
    sum = new Float64Array(rows);
  }
  const result = { probs: new Float64Array(rows * cols), max, sum };
  const engine = wasmEngine();
  if (engine && cols <= CHUNK) wasmSoftmax(engine, result, x);
  else plainSoftmax(result, x);
  return result;
}

function wasmSoftmax(engine: Engine, { probs, max, sum }: Softmax, x: Stored): void {
  const { functions, memory } = engine;
  const { rows, cols } = x;
  memory.set(SERIES, BIAS.start);
  const step = Math.floor(CHUNK / Math.max(cols, 1));
  for (let i = 0; i < rows; i += step) {
    const height = Math.min(step, rows - i);
    const { pointer } = locate(engine, x, LEFT, i, 0, height, cols);
    const sums = RIGHT.start + height;
    functions.softmax(8 * OUT.start, 8 * RIGHT.start, 8 * sums, pointer, height, cols, 8 * BIAS.start);
    probs.set(memory.subarray(OUT.start, OUT.start + height * cols), i * cols);
    max.set(memory.subarray(RIGHT.start, RIGHT.start + height), i);
    sum.set(memory.subarray(sums, sums + height), i);
  }
}
