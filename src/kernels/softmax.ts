import { type Stored, strided } from "./operand.js";
import { plainSoftmax } from "./plain/softmax.js";
import { type Engine, wasmEngine } from "./wasm/engine.js";
import { LEFT, locate, OUT, RIGHT } from "./wasm/scratch.js";

/** The softmax of each row, and what it was made of, which is overwritten by the next call. */
export interface Softmax {
  /** e^(x - max) / sum */
  readonly probs: Float64Array;
  /** Of each row the largest element, and behind it the sum of e^(x - max), from left to right. */
  readonly maxAndSum: Float64Array;
}

let maxAndSum = new Float64Array(0);

/** So many elements at a time: they stay in a second-level cache, and their rows' sums find room. */
const CHUNK = RIGHT.size / 2;

/** Softmax of each row of x, whose elements are all finite. No exponent is above 0, so nothing overflows. */
export function softmaxRows(x: Stored): Softmax {
  const { rows, cols } = x;
  if (maxAndSum.length !== 2 * rows) maxAndSum = new Float64Array(2 * rows);
  const result = { probs: new Float64Array(rows * cols), maxAndSum };
  const engine = wasmEngine();
  if (engine && cols <= CHUNK) wasmSoftmax(engine, result, x);
  else plainSoftmax(result, x);
  return result;
}

function wasmSoftmax(engine: Engine, { probs, maxAndSum }: Softmax, x: Stored): void {
  const { rows, cols } = x;
  const step = Math.floor(CHUNK / Math.max(cols, 1));
  for (let i = 0; i < rows; i += step) {
    const height = Math.min(step, rows - i);
    const { pointer } = locate(engine, strided(x), LEFT, i, 0, height, cols);
    engine.softmax(8 * OUT.start, 8 * RIGHT.start, pointer, height, cols);
    probs.set(engine.memory.subarray(OUT.start, OUT.start + height * cols), i * cols);
    maxAndSum.set(engine.memory.subarray(RIGHT.start, RIGHT.start + 2 * height), 2 * i);
  }
}
