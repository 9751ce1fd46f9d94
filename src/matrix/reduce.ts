import { ShapeError } from "../errors/shape-error.js";
import { wrongNumber } from "../errors/wrong.js";
import { apply } from "../kernels/elementwise.js";
import type { Stored } from "../kernels/operand.js";
import { foldCols, foldRows } from "../kernels/reduce.js";
import { checkStored } from "./check-stored.js";
import { allocated, zeros } from "./memory.js";
import { plus } from "./operators.js";

/** 0 goes down the columns, 1 along the rows, as in NumPy. */
export type Axis = 0 | 1;

type Fold = (total: number, value: number) => number;

/** Sums in order: of all elements, or along an axis into a row or a column. */
export function sum(x: Stored, axis: Axis | undefined): Stored {
  checkAxis("sum", x, axis);
  return fold("sum", x, axis, 0, plus);
}

/** Sums divided by the number of their terms. */
export function mean(x: Stored, axis: Axis | undefined): Stored {
  checkAxis("mean", x, axis);
  return meanOf("mean", x, axis);
}

/** The same for a matrix and an axis that were checked. */
export function meanOf(operation: string, x: Stored, axis: Axis | undefined): Stored {
  const out = fold(operation, x, axis, 0, plus);
  const count = countOf(x, axis);
  apply(out.data, out.data, (total) => total / count);
  return out;
}

/** The largest element or the smallest: `f` is Math.max or Math.min, `start` what it gives for nothing. */
export function extreme(
  operation: string,
  x: Stored,
  axis: Axis | undefined,
  start: number,
  f: Fold,
): Stored {
  checkNotEmpty(operation, x, axis);
  return fold(operation, x, axis, start, f);
}

/**
 * The position of the largest element: of the first if several are equal, of the first NaN if there is one.
 */
export function argmax(x: Stored, axis: Axis | undefined): number | Int32Array {
  checkNotEmpty("argmax", x, axis);
  const { data, rows, cols } = x;
  if (axis === undefined) return argmaxOf(data, 0, 1, data.length);
  const count = axis === 0 ? cols : rows;
  const out = allocated("argmax", count, 1, () => new Int32Array(count));
  for (let i = 0; i < out.length; i++) {
    out[i] = axis === 0 ? argmaxOf(data, i, cols, rows) : argmaxOf(data, i * cols, 1, cols);
  }
  return out;
}

function argmaxOf(data: Float64Array, start: number, stride: number, count: number): number {
  let best = 0;
  for (let i = 0; i < count; i++) {
    const value = data[start + i * stride] as number;
    if (Number.isNaN(value)) return i;
    if (value > (data[start + best * stride] as number)) best = i;
  }
  return best;
}

/** Folds all elements in order into a single one, or along an axis into a row or a column. */
export function fold(operation: string, x: Stored, axis: Axis | undefined, start: number, f: Fold): Stored {
  const { rows, cols, data } = x;
  const out = zeros(operation, axis === 1 ? rows : 1, axis === 0 ? cols : 1);
  if (axis === 0) foldCols(out.data, data, rows, cols, start, f);
  else foldRows(out.data, data, out.rows, countOf(x, axis), start, f);
  return out;
}

/** How many elements become one. */
export function countOf({ rows, cols }: Stored, axis: Axis | undefined): number {
  if (axis === undefined) return rows * cols;
  return axis === 0 ? rows : cols;
}

/** Throws unless x is a matrix and the axis one that it has, or undefined. */
export function checkAxis(operation: string, x: Stored, axis: unknown): void {
  checkStored(operation, x);
  if (axis === undefined || axis === 0 || axis === 1) return;
  wrongNumber(`${operation}: axis`, axis, "0 or 1");
}

/** Throws if some result would have to be chosen from nothing. */
function checkNotEmpty(operation: string, x: Stored, axis: Axis | undefined): void {
  checkAxis(operation, x, axis);
  const { rows, cols } = x;
  const results = axis === undefined ? 1 : axis === 0 ? cols : rows;
  if (x.data.length > 0 || results === 0) return;
  throw new ShapeError(operation, [rows, cols], [1, 1], "nothing to choose from", [
    "the matrix",
    "the least",
  ]);
}
