import { type Strided, strided } from "../operand.js";
import type { Engine } from "./engine.js";
import {
  BIAS,
  type Block,
  copyLines,
  isResident,
  LEFT,
  type Located,
  locate,
  MOST_COLS,
  MOST_INNER,
  MOST_INNER_OF_FEW,
  OUT,
  PANELS,
  PIECE,
  RIGHT,
  SPREAD,
} from "./scratch.js";

/** Bytes of a small first-level cache. */
const CACHE = 2 ** 15;

/** out = left · right (+ out, if `accumulate`) (+ bias), in blocks of the result for which there is room. */
export function wasmProduct(
  engine: Engine,
  out: Float64Array,
  left: Strided,
  right: Strided,
  bias?: Float64Array,
  accumulate = false,
): void {
  const { rows, cols: inner } = left;
  const { cols } = right;
  const result = strided({ rows, cols, data: out });
  const added = bias && strided({ rows: 1, cols, data: bias });
  const outResident = isResident(engine, out);
  const width = outResident ? cols : Math.min(cols, OUT.size / 4);
  const depth = depthOf(engine, rows, right);
  // A small right operand need not be packed again for each block, so these can be small as well.
  const room = 8 * Math.max(inner, 1) * width <= CACHE ? PIECE : OUT.size;
  const height = Math.min(
    outResident ? rows : Math.floor(room / width),
    isResident(engine, left.data) ? rows : Math.floor(LEFT.size / Math.min(inner, depth)),
  );
  for (let col = 0; col < cols; col += width) {
    for (let row = 0; row < rows; row += height) {
      const block = { row, col, height: Math.min(height, rows - row), width: Math.min(width, cols - col) };
      const target = locate(engine, result, OUT, block, accumulate);
      multiply(engine, target, left, right, added, accumulate, block, depth);
      if (!outResident) {
        const to = row * cols + col;
        copyLines(engine.memory, OUT.start, block.width, out, to, cols, block.height, block.width);
      }
    }
  }
}

/** The most terms of a sum in one block: few if the right operand is read once, and copied to be read. */
function depthOf(engine: Engine, rows: number, right: Strided): number {
  if (rows <= 4 && !isResident(engine, right.data)) return PIECE / MOST_COLS;
  return rows <= 4 || right.cols < 4 ? MOST_INNER_OF_FEW : MOST_INNER;
}

/**
 * One block of the result: its sums grow by `depth` terms at a time, in panels of the right operand that stay
 * in the caches.
 */
function multiply(
  engine: Engine,
  target: Located,
  left: Strided,
  right: Strided,
  bias: Strided | undefined,
  accumulate: boolean,
  { row, col, height, width: allWidth }: Block,
  depth: number,
): void {
  const inner = left.cols;
  // Once even if there is nothing to sum: the result is the bias, or 0.
  for (let k = 0; k < Math.max(inner, 1); k += depth) {
    const terms = Math.min(depth, inner - k);
    const rows = locate(engine, left, LEFT, { row, col: k, height, width: terms });
    for (let j = 0; j < allWidth; j += MOST_COLS) {
      const width = Math.min(MOST_COLS, allWidth - j);
      const panels = inPanels(engine, right, { row: k, col: col + j, height: terms, width }, left.rows);
      const last = k + terms === inner;
      const line = { row: 0, col: col + j, height: 1, width };
      engine.product(
        target.pointer + 8 * j,
        target.rowStride,
        rows.pointer,
        rows.rowStride,
        rows.colStride,
        panels.pointer,
        panels.rowStride,
        panels.colStride,
        8 * SPREAD.start,
        height,
        terms,
        width,
        accumulate || k > 0,
        bias && last ? locate(engine, bias, BIAS, line).pointer : 0,
      );
    }
  }
}

/** A block of the right operand in panels of four columns; the column stride is that from panel to panel. */
function inPanels(engine: Engine, right: Strided, block: Block, rowsOfLeft: number): Located {
  const { pointer, rowStride, colStride } = locate(engine, right, RIGHT, block);
  // Rows that are stored one after the other can stay as they are if they fit into a first-level cache, or
  // are read only once: by four rows.
  if (colStride === 8 && (rowsOfLeft <= 4 || block.height * rowStride <= CACHE)) {
    return { pointer, rowStride, colStride: 32 };
  }
  engine.pack(8 * PANELS.start, pointer, rowStride, colStride, block.height, block.width);
  return { pointer: 8 * PANELS.start, rowStride: 32, colStride: 32 * block.height };
}
