import { type Engine, wasmEngine } from "./engine.js";
import { type Area, isResident, LEFT, locate, OUT, RIGHT } from "./scratch.js";

/** So many elements at a time: three copies of them stay in a second-level cache. */
const PIECE = 2 ** 14;
/** Fewer elements are not worth the way to the kernels' memory and back. */
const FEW = 512;
const AREAS = [LEFT, RIGHT, OUT] as const;

/**
 * Runs an elementwise kernel on up to three arrays of one length: at once where all of them are resident, else piece by piece, on copies of
 * what is not; what a piece made of `written`, one of them, is copied back. Returns whether it did: not without WebAssembly, nor for a few
 * elements that would have to be copied.
 */
export function inPieces(
  arrays: readonly Float64Array[],
  written: Float64Array | undefined,
  run: (engine: Engine, count: number, pointers: readonly number[]) => void,
): boolean {
  const engine = wasmEngine();
  if (!engine) return false;
  const [{ length }] = arrays as [Float64Array];
  const resident = arrays.every((array) => isResident(engine, array));
  if (!resident && length < FEW) return false;
  const step = resident ? length : PIECE;
  for (let start = 0; start < length; start += step) {
    const count = Math.min(step, length - start);
    const pointers = arrays.map(
      (data, i) =>
        locate(engine, { rows: 1, cols: length, data }, AREAS[i] as Area, 0, start, 1, count).pointer,
    );
    run(engine, count, pointers);
    if (written && !isResident(engine, written)) {
      const from = (pointers[arrays.indexOf(written)] as number) / 8;
      written.set(engine.memory.subarray(from, from + count), start);
    }
  }
  return true;
}
