import { strided } from "../operand.js";
import { type Engine, wasmEngine } from "./engine.js";
import { type Area, isResident, LEFT, locate, OUT, RIGHT } from "./scratch.js";

/** So many elements at a time: three copies of them stay in a second-level cache. */
const PIECE = 2 ** 14;
/** Fewer elements are not worth the way to the kernels' memory and back. */
const FEW = 512;
/** The kernels take so many elements at a time, or half as many. */
const AT_A_TIME = 8;
const AREAS = [LEFT, RIGHT, OUT] as const;

/**
 * Runs an elementwise kernel on up to three arrays of one length: at once where all of them are resident, else piece by piece, on copies of
 * what is not; where it `writes`, what a piece made of the first of them is copied back. Returns how many elements were done, from the first
 * on: none without WebAssembly, nor of a few that would have to be copied; else all but up to seven.
 */
export function inPieces(
  arrays: readonly Float64Array[],
  writes: boolean,
  run: (engine: Engine, count: number, ...pointers: number[]) => void,
): number {
  const engine = wasmEngine();
  if (!engine) return 0;
  const [first] = arrays as [Float64Array];
  const { length } = first;
  const resident = arrays.every((array) => isResident(engine, array));
  if (!resident && length < FEW) return 0;
  const end = length - (length % AT_A_TIME);
  const step = resident ? end : PIECE;
  for (let start = 0; start < end; start += step) {
    const count = Math.min(step, end - start);
    const pointers = arrays.map(
      (data, i) =>
        locate(engine, strided({ rows: 1, cols: length, data }), AREAS[i] as Area, 0, start, 1, count)
          .pointer,
    );
    run(engine, count, ...pointers);
    if (writes && !isResident(engine, first)) {
      first.set(engine.memory.subarray(LEFT.start, LEFT.start + count), start);
    }
  }
  return end;
}
