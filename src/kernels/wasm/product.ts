import { type Strided, strided } from "../operand.js";
import type { Engine } from "./engine.js";
import {
  BIAS,
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
  RIGHT,
  SPREAD,
} from "./scratch.js";

/** Bytes of a first-level cache, of a small one. */
const CACHE = 2 ** 15;

/** out = left · right (+ out where `accumulate`) (+ bias), block by block; what is not in the kernels' memory is copied there. */
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
  // The right operand is read once for every four rows.
  const readOnce = rows <= 4;
  const innerStep = readOnce || cols < 4 ? MOST_INNER_OF_FEW : MOST_INNER;
  const outResident = isResident(engine, out);
  const mostCols = outResident ? cols : Math.min(cols, OUT.size / 4);
  const rowStep = Math.min(
    isResident(engine, left.data) ? rows : Math.floor(LEFT.size / Math.min(inner, innerStep)),
    outResident ? rows : Math.floor(OUT.size / mostCols),
  );
  for (let start = 0; start < cols; start += mostCols) {
    const end = Math.min(start + mostCols, cols);
    for (let i = 0; i < rows; i += rowStep) {
      const height = Math.min(rowStep, rows - i);
      const width = end - start;
      const target = locate(
        engine,
        strided({ rows, cols, data: out }),
        OUT,
        i,
        start,
        height,
        width,
        accumulate,
      );
      // Once even where the sum is empty: the result is the bias, or 0.
      for (let k = 0; k < Math.max(inner, 1); k += innerStep) {
        const depth = Math.min(innerStep, inner - k);
        const block = locate(engine, left, LEFT, i, k, height, depth);
        for (let j = start; j < end; j += MOST_COLS) {
          const across = Math.min(MOST_COLS, end - j);
          const panels = inPanels(engine, right, k, j, depth, across, readOnce);
          const added = bias && k + depth === inner;
          engine.product(
            target.pointer + 8 * (j - start),
            target.rowStride,
            block.pointer,
            block.rowStride,
            block.colStride,
            panels.pointer,
            panels.rowStride,
            panels.colStride,
            8 * SPREAD.start,
            height,
            depth,
            across,
            accumulate || k > 0,
            added ? locate(engine, strided({ rows: 1, cols, data: bias }), BIAS, 0, j, 1, across).pointer : 0,
          );
        }
      }
      if (!outResident)
        copyLines(engine.memory, OUT.start, width, out, i * cols + start, cols, height, width);
    }
  }
}

/** A block of the right operand in panels of four columns; the column stride is that from panel to panel. */
function inPanels(
  engine: Engine,
  right: Strided,
  k: number,
  j: number,
  depth: number,
  width: number,
  readOnce: boolean,
): Located {
  const { pointer, rowStride, colStride } = locate(engine, right, RIGHT, k, j, depth, width);
  // What lies row after row is left there if it is read only once, or stays in a first-level cache as it is.
  if (colStride === 8 && (readOnce || depth * rowStride <= CACHE))
    return { pointer, rowStride, colStride: 32 };
  engine.pack(8 * PANELS.start, pointer, rowStride, colStride, depth, width);
  return { pointer: 8 * PANELS.start, rowStride: 32, colStride: 32 * depth };
}
