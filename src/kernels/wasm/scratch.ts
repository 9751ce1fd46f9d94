import type { Strided } from "../operand.js";
import type { Engine } from "./engine.js";

/** A part of the kernels' memory that holds copies of what lies on the heap. */
export interface Area {
  /** In elements from the start of the memory. */
  readonly start: number;
  /** In elements. */
  readonly size: number;
}

/** In elements: kernels read and write no farther than this past the end of an array. */
export const MARGIN = 8;

function after(before: Area, size: number): Area {
  return { start: before.start + before.size + MARGIN, size };
}

/**
 * The most terms of a sum in one block: a row and four columns of it, as SPREAD and PANELS hold them, stay in
 * a first-level cache.
 */
export const MOST_INNER = 256;
/** The same if there are so few rows or columns that nothing is read again. */
export const MOST_INNER_OF_FEW = 512;
/** The most columns of the right operand in one block: its panels stay in a second-level cache. */
export const MOST_COLS = 256;

/** Elements to copy at a time if they are used once: three such pieces stay in a second-level cache. */
export const PIECE = 2 ** 14;

/** The kernels' constants lie before it, in the first 2 KiB. */
const START = 256;

/** A block of the left operand. */
export const LEFT: Area = { start: START, size: 1 << 19 };
/** A block of the right operand, as it is stored. */
export const RIGHT: Area = after(LEFT, MOST_INNER_OF_FEW * MOST_COLS);
/** The same block in panels of four columns. */
export const PANELS: Area = after(RIGHT, MOST_INNER_OF_FEW * MOST_COLS);
/** Four rows of the left block, each element twice. */
export const SPREAD: Area = after(PANELS, 8 * MOST_INNER_OF_FEW);
/** A block of the result. */
export const OUT: Area = after(SPREAD, 1 << 19);
/** A row that is added to each row of the result. */
export const BIAS: Area = after(OUT, MOST_COLS);
/** Resident arrays begin here, at a multiple of 16 bytes. */
export const RESIDENT_START: number = BIAS.start + BIAS.size + MARGIN;

/** A block of a matrix: its first row and column, and how many of each it has. */
export interface Block {
  readonly row: number;
  readonly col: number;
  readonly height: number;
  readonly width: number;
}

/** Where a block lies in the kernels' memory; pointer and strides in bytes. */
export interface Located {
  readonly pointer: number;
  readonly rowStride: number;
  readonly colStride: number;
}

/** Whether an array lies in the kernels' memory, so that nothing has to be copied. */
export function isResident(engine: Engine, data: Float64Array): boolean {
  return data.buffer === engine.buffer;
}

/**
 * Where the kernels find a block of an operand: where it lies if it is resident, else in `area`, with its
 * rows or its columns one after the other. It is copied there, unless its numbers don't matter and only the
 * place is asked for.
 */
export function locate(
  engine: Engine,
  { data, rowStride, colStride }: Strided,
  area: Area,
  { row, col, height, width }: Block,
  copied = true,
): Located {
  const first = row * rowStride + col * colStride;
  if (isResident(engine, data)) {
    return { pointer: data.byteOffset + 8 * first, rowStride: 8 * rowStride, colStride: 8 * colStride };
  }
  const byRows = colStride === 1;
  const [lines, length, stride] = byRows ? [height, width, rowStride] : [width, height, colStride];
  if (copied) copyLines(data, first, stride, engine.memory, area.start, length, lines, length);
  return {
    pointer: 8 * area.start,
    rowStride: byRows ? 8 * length : 8,
    colStride: byRows ? 8 : 8 * length,
  };
}

/** Copies `lines` runs of `length` elements, at once if they follow each other on both sides. */
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
    const count = lines * length;
    to.set(count === from.length ? from : from.subarray(fromStart, fromStart + count), toStart);
    return;
  }
  for (let i = 0; i < lines; i++) {
    const start = fromStart + i * fromStride;
    to.set(from.subarray(start, start + length), toStart + i * toStride);
  }
}
