import { type Engine, wasmEngine } from "./engine.js";
import { type Area, isResident, LEFT, OUT, PIECE, RIGHT } from "./scratch.js";

/** Fewer elements are not worth copying to the kernels' memory and back. */
const FEW = 512;
/** The kernels take eight elements at a time, or four. */
const AT_A_TIME = 8;
const AREAS = [LEFT, RIGHT, OUT] as const;

/**
 * Runs an elementwise kernel on up to three arrays of one length, and returns how many elements it did, from
 * the first on: all but up to seven, or none without WebAssembly, or if there are too few to be worth
 * copying. The rest is the caller's.
 *
 * Arrays that are all resident are done at once, where they lie. Otherwise the kernel gets piece after piece,
 * in copies of the arrays that are not resident; if it `writes`, the pieces of the first array are copied
 * back.
 */
export function inPieces(
  arrays: readonly [Float64Array, ...Float64Array[]],
  writes: boolean,
  run: (engine: Engine, count: number, ...pointers: number[]) => void,
): number {
  const [first] = arrays;
  const { length } = first;
  if (arrays.some((array) => array.length !== length)) {
    throw new RangeError(
      `arrays of ${arrays.map((array) => array.length).join(", ")} numbers; expected one length`,
    );
  }
  const engine = wasmEngine();
  if (!engine) return 0;
  const resident = arrays.every((array) => isResident(engine, array));
  if (!resident && length < FEW) return 0;
  const end = length - (length % AT_A_TIME);
  const step = resident ? end : PIECE;
  for (let start = 0; start < end; start += step) {
    const count = Math.min(step, end - start);
    run(engine, count, ...arrays.map((array, i) => place(engine, array, start, count, AREAS[i] as Area)));
    if (writes && !isResident(engine, first)) {
      first.set(engine.memory.subarray(LEFT.start, LEFT.start + count), start);
    }
  }
  return end;
}

/**
 * The pointer to `count` elements of an array: to themselves if it is resident, else to a copy of them in
 * `area`.
 */
function place(engine: Engine, array: Float64Array, start: number, count: number, area: Area): number {
  if (isResident(engine, array)) return array.byteOffset + 8 * start;
  engine.memory.set(array.subarray(start, start + count), area.start);
  return 8 * area.start;
}
