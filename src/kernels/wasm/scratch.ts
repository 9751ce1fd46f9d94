import type { Operand } from "../operand.js";
import type { Engine } from "./engine.js";

/** A part of the memory that operands on the heap are copied to, block by block. */
interface Area {
  /** In elements from the start of the memory. */
  readonly start: number;
  /** In elements. */
  readonly size: number;
}

/** The last vector of a row may reach this far past its end. */
const MARGIN = 8;

function after(before: Area, size: number): Area {
  return { start: before.start + before.size + MARGIN, size };
}

/** A block of the left operand: as much as stays in a second-level cache. */
export const LEFT: Area = { start: MARGIN, size: 64 * 512 };
/** A block of the right operand, as it is stored. */
export const RIGHT: Area = after(LEFT, 512 * 512);
/** The same block in panels of four columns. */
export const PANELS: Area = after(RIGHT, 512 * 512);
/** A block of the result. */
export const OUT: Area = after(PANELS, 64 * 512);
/** A row that is added to each row of the result. */
export const BIAS: Area = after(OUT, 512);
/** Where the scratch space ends and resident arrays begin: a multiple of 16 bytes. */
export const RESIDENT_START: number = BIAS.start + BIAS.size + MARGIN;

/** A block as the kernels see it; pointer and strides in bytes. */
export interface Located {
  readonly pointer: number;
  readonly rowStride: number;
  readonly colStride: number;
}

/** Whether an array lies in the kernels' memory, so that nothing has to be copied. */
export function isResident(engine: Engine, data: Float64Array): boolean {
  return data.buffer === engine.memory.buffer;
}

/** A block of an operand: where it lies if it is resident, else a copy of it in `area`, with its rows or its columns one after the other. */
export function locate(
  engine: Engine,
  { data, rowStride, colStride }: Operand,
  area: Area,
  row: number,
  col: number,
  rows: number,
  cols: number,
): Located {
  const first = row * rowStride + col * colStride;
  if (isResident(engine, data)) {
    return { pointer: data.byteOffset + 8 * first, rowStride: 8 * rowStride, colStride: 8 * colStride };
  }
  const byRows = colStride === 1;
  const [lines, length, stride] = byRows ? [rows, cols, rowStride] : [cols, rows, colStride];
  copyLines(data, first, stride, engine.memory, area.start, length, lines, length);
  return {
    pointer: 8 * area.start,
    rowStride: byRows ? 8 * length : 8,
    colStride: byRows ? 8 : 8 * length,
  };
}

/** Copies `lines` runs of `length` elements; at once where they follow each other on both sides. */
export function copyLines(
  from: Float64Array,
  fromStart: number,
  fromStride: number,
  to: Float64Array,
  toStart: number,
  toStride: number,
  lines: number,
  length: number,
): void {
  if (fromStride === length && toStride === length) {
    to.set(from.subarray(fromStart, fromStart + lines * length), toStart);
    return;
  }
  for (let i = 0; i < lines; i++) {
    const start = fromStart + i * fromStride;
    to.set(from.subarray(start, start + length), toStart + i * toStride);
  }
}
