import { asStored, type Operand } from "../operand.js";
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
  OUT,
  PANELS,
  RIGHT,
  SPREAD,
} from "./scratch.js";

/** out = left · right (+ out where `accumulate`) (+ bias), block by block; what is not in the kernels' memory is copied there. */
export function wasmProduct(
  engine: Engine,
  out: Float64Array,
  left: Operand,
  right: Operand,
  rows: number,
  inner: number,
  cols: number,
  bias?: Float64Array,
  accumulate = false,
): void {
  const outResident = isResident(engine, out);
  const innerStep = evenly(inner, MOST_INNER);
  const mostCols = outResident ? cols : Math.min(cols, OUT.size / 4);
  const rowStep = Math.min(
    isResident(engine, left.data) ? rows : multipleOf4(LEFT.size / innerStep),
    outResident ? rows : multipleOf4(OUT.size / mostCols),
  );
  for (let start = 0; start < cols; start += mostCols) {
    const end = Math.min(start + mostCols, cols);
    for (let i = 0; i < rows; i += rowStep) {
      const height = Math.min(rowStep, rows - i);
      const width = end - start;
      const pointer = outResident ? out.byteOffset + 8 * i * cols : 8 * (OUT.start - start);
      const outRow = outResident ? cols : width;
      if (accumulate && !outResident)
        copyLines(out, i * cols + start, cols, engine.memory, OUT.start, width, height, width);
      // Once even where the sum is empty: the result is the bias, or 0.
      for (let k = 0; k < Math.max(inner, 1); k += innerStep) {
        const depth = Math.min(innerStep, inner - k);
        const block = locate(engine, left, LEFT, i, k, height, depth);
        const colStep = evenly(width, MOST_COLS);
        for (let j = start; j < end; j += colStep) {
          const across = Math.min(colStep, end - j);
          const panels = inPanels(engine, right, k, j, depth, across);
          const added = bias && k + depth === inner;
          engine.functions.product(
            pointer + 8 * j,
            8 * outRow,
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
            added ? locate(engine, asStored(bias, cols), BIAS, 0, j, 1, across).pointer : 0,
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
  right: Operand,
  k: number,
  j: number,
  depth: number,
  width: number,
): Located {
  const { pointer, rowStride, colStride } = locate(engine, right, RIGHT, k, j, depth, width);
  // Less than a panel, and as it is stored, is read where it lies.
  if (width < 4 && colStride === 8) return { pointer, rowStride, colStride: 0 };
  engine.functions.pack(8 * PANELS.start, pointer, rowStride, colStride, depth, width);
  return { pointer: 8 * PANELS.start, rowStride: 32, colStride: 32 * depth };
}

/** The size of equal parts of at most `most`, as few as there can be, a multiple of 4. */
function evenly(total: number, most: number): number {
  const parts = Math.max(1, Math.ceil(total / most));
  return Math.min(most, Math.ceil(total / parts / 4) * 4 || 4);
}

function multipleOf4(value: number): number {
  return Math.max(4, Math.floor(value / 4) * 4);
}
