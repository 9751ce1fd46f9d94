import { ShapeError } from "../errors/shape-error.js";
import { wrongNumber } from "../errors/wrong.js";
import type { Stored } from "../kernels/operand.js";
import { foldCols, foldRows } from "../kernels/reduce.js";
import { checkStored } from "./check-stored.js";
import { allocated, zeros } from "./memory.js";
import { plus } from "./operators.js";

/** 0 goes down the columns, 1 along the rows, as in NumPy. */
export type Axis = 0 | 1;

type Fold = (total: number, value: number) => number;

/** Sums in order: of all elements, or along an axis into a row or a column. */
export function sum(x: Stored, axis: Axis | undefined): number | Stored {
  return reduce("sum", x, axis, 0, plus);
}

/** Sums divided by the number of their terms. */
export function mean(x: Stored, axis: Axis | undefined): number | Stored {
  const sums = reduce("mean", x, axis, 0, plus);
  if (typeof sums === "number") return sums / x.data.length;
  const count = axis === 0 ? x.rows : x.cols;
  for (let i = 0; i < sums.data.length; i++) sums.data[i] = (sums.data[i] as number) / count;
  return sums;
}

/** The largest element or the smallest: `f` is Math.max or Math.min, `start` what it gives for nothing. */
export function extreme(
  operation: string,
  x: Stored,
  axis: Axis | undefined,
  start: number,
  f: Fold,
): number | Stored {
  checkNotEmpty(operation, x, axis);
  return reduce(operation, x, axis, start, f);
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

/** Folds all elements in order, or along an axis into a row or a column. */
function reduce(
  operation: string,
  x: Stored,
  axis: Axis | undefined,
  start: number,
  f: Fold,
): number | Stored {
  check(operation, x, axis);
  if (axis === undefined) {
    let total = start;
    for (const value of x.data) total = f(total, value);
    return total;
  }
  const out = axis === 0 ? zeros(operation, 1, x.cols) : zeros(operation, x.rows, 1);
  (axis === 0 ? foldCols : foldRows)(out.data, x.data, x.rows, x.cols, start, f);
  return out;
}

function check(operation: string, x: Stored, axis: unknown): void {
  checkStored(operation, x);
  if (axis === undefined || axis === 0 || axis === 1) return;
  wrongNumber(`${operation}: axis`, axis, "0 or 1");
}

/** Throws if some result would have to be chosen from nothing. */
function checkNotEmpty(operation: string, x: Stored, axis: Axis | undefined): void {
  check(operation, x, axis);
  const { rows, cols } = x;
  const results = axis === undefined ? 1 : axis === 0 ? cols : rows;
  if (x.data.length > 0 || results === 0) return;
  throw new ShapeError(operation, [rows, cols], [1, 1], "nothing to choose from", [
    "the matrix",
    "the least",
  ]);
}
