import { ShapeError } from "../errors/shape-error.js";
import { wrongNumber } from "../errors/wrong.js";
import { foldCols, foldRows } from "../kernels/reduce.js";
import { Matrix } from "./matrix.js";

/** 0 goes down the columns, 1 along the rows, as in NumPy. */
export type Axis = 0 | 1;

/**
 * The shape that is left when an axis is reduced: one row for axis 0, one column for axis 1.
 *
 * @group Shape types
 */
export type Reduced<M extends Matrix, A extends Axis> = A extends 0
  ? Matrix<1, M["cols"]>
  : Matrix<M["rows"], 1>;

/** Folds all elements in order, or along an axis into a row or a column. */
export function reduce(
  operation: string,
  x: Matrix,
  axis: Axis | undefined,
  start: number,
  f: (total: number, value: number) => number,
): number | Matrix {
  if (axis === undefined) {
    let total = start;
    for (const value of x.data) total = f(total, value);
    return total;
  }
  checkAxis(operation, axis);
  const out = axis === 0 ? Matrix.zeros(1, x.cols) : Matrix.zeros(x.rows, 1);
  (axis === 0 ? foldCols : foldRows)(out.data, x.data, x.rows, x.cols, start, f);
  return out;
}

/** The position of the largest element; of the first where several are equal, of the first NaN where there is one. */
export function argmax(x: Matrix, axis: Axis | undefined): number | Int32Array {
  checkNotEmpty("argmax", x, axis);
  const { data, rows, cols } = x;
  if (axis === undefined) return argmaxOf(data, 0, 1, data.length);
  checkAxis("argmax", axis);
  return axis === 0
    ? Int32Array.from({ length: cols }, (_, j) => argmaxOf(data, j, cols, rows))
    : Int32Array.from({ length: rows }, (_, i) => argmaxOf(data, i * cols, 1, cols));
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

/** Throws where a reduction that has no value for nothing would get nothing. */
export function checkNotEmpty(operation: string, x: Matrix, axis: Axis | undefined): void {
  const count = axis === undefined ? x.data.length : axis === 0 ? x.rows : x.cols;
  const results = axis === undefined ? 1 : axis === 0 ? x.cols : x.rows;
  if (count > 0 || results === 0) return;
  throw new ShapeError(
    operation,
    x.shape,
    [Math.max(1, x.rows), Math.max(1, x.cols)],
    "nothing to choose from",
    ["the matrix", "the least"],
  );
}

function checkAxis(operation: string, axis: unknown): asserts axis is Axis {
  if (axis === 0 || axis === 1) return;
  wrongNumber(`${operation}: axis`, axis, "0 (down the columns) or 1 (along the rows)");
}
