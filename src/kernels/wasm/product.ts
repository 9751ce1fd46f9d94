import { asStored, type Operand, transposed } from "../operand.js";
import type { Engine } from "./engine.js";
import { BIAS, copyLines, isResident, LEFT, type Located, locate, OUT, PANELS, RIGHT } from "./scratch.js";

/** The longest stretch of the sum in one block: four columns of it stay in a first-level cache. */
const MOST_INNER = 512;
/** The most columns in one block. */
const MOST_COLS = 512;
/** Up to so many elements, or for so few rows, the right operand is read as it is stored: to put it into panels would not pay. */
const FEW_ELEMENTS = 4096;
const FEW_ROWS = 8;

/** out = left · right (+ bias), block by block; what is not in the kernels' memory is copied there. */
export function wasmProduct(
  engine: Engine,
  out: Float64Array,
  left: Operand,
  right: Operand,
  rows: number,
  inner: number,
  cols: number,
  bias?: Float64Array,
): void {
  if (rows < 3 && cols > rows && !bias) {
    // A tile has four rows. So few are better as the columns of the transpose.
    const flipped = new Float64Array(cols * rows);
    wasmProduct(engine, flipped, transposed(right), transposed(left), cols, inner, rows);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < cols; j++) out[i * cols + j] = flipped[j * rows + i] as number;
    return;
  }
  const innerStep = evenly(inner, MOST_INNER);
  const colStep = evenly(cols, MOST_COLS);
  const leftResident = isResident(engine, left.data);
  const outResident = isResident(engine, out);
  const rowStep = Math.min(
    leftResident ? rows : multipleOf4(LEFT.size / innerStep),
    outResident ? rows : multipleOf4(OUT.size / colStep),
  );
  for (let j = 0; j < cols; j += colStep) {
    const width = Math.min(colStep, cols - j);
    const added = bias ? locate(engine, asStored(bias, cols), BIAS, 0, j, 1, width).pointer : 0;
    // Once even where the sum is empty: the result is the bias, or 0.
    for (let k = 0; k < Math.max(inner, 1); k += innerStep) {
      const depth = Math.min(innerStep, inner - k);
      const panels = inPanels(engine, right, rows, k, j, depth, width);
      for (let i = 0; i < rows; i += rowStep) {
        const height = Math.min(rowStep, rows - i);
        const block = locate(engine, left, LEFT, i, k, height, depth);
        const pointer = outResident ? out.byteOffset + 8 * (i * cols + j) : 8 * OUT.start;
        const outRow = outResident ? cols : width;
        if (k > 0 && !outResident) {
          copyLines(out, i * cols + j, cols, engine.memory, OUT.start, width, height, width);
        }
        engine.functions.product(
          pointer,
          8 * outRow,
          block.pointer,
          block.rowStride,
          block.colStride,
          panels.pointer,
          panels.rowStride,
          panels.colStride,
          height,
          depth,
          width,
          k > 0,
          k + depth === inner ? added : 0,
        );
        if (!outResident) {
          copyLines(engine.memory, OUT.start, width, out, i * cols + j, cols, height, width);
        }
      }
    }
  }
}

/** A block of the right operand in panels of four columns; the column stride is that from panel to panel. */
function inPanels(
  engine: Engine,
  right: Operand,
  rows: number,
  k: number,
  j: number,
  depth: number,
  width: number,
): Located {
  const { pointer, rowStride, colStride } = locate(engine, right, RIGHT, k, j, depth, width);
  if (colStride === 8 && (depth * width <= FEW_ELEMENTS || rows <= FEW_ROWS)) {
    return { pointer, rowStride, colStride: 32 };
  }
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
