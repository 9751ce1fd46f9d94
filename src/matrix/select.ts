import { checkInteger, checkList } from "../errors/number.js";
import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { Matrix } from "./matrix.js";

/** From `start` up to, but not including, `end`. */
export type Span = readonly [start: number, end: number];

/** The given rows in the given order, copied. */
export function selectRows(x: Matrix, indices: ArrayLike<number>): Matrix {
  checkList("selectRows: indices", indices);
  const out = Matrix.zeros(indices.length, x.cols);
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i];
    checkInteger(`selectRows: indices[${i}]`, row, 0, x.rows - 1);
    out.data.set(x.data.subarray(row * x.cols, (row + 1) * x.cols), i * x.cols);
  }
  return out;
}

/** A block of rows and columns, copied. */
export function slice(x: Matrix, rows: Span, cols: Span): Matrix {
  checkSpan("slice: rows", rows, x.rows);
  checkSpan("slice: cols", cols, x.cols);
  const out = Matrix.zeros(rows[1] - rows[0], cols[1] - cols[0]);
  for (let i = 0; i < out.rows; i++) {
    const start = (rows[0] + i) * x.cols;
    out.data.set(x.data.subarray(start + cols[0], start + cols[1]), i * out.cols);
  }
  return out;
}

/** One element of each row: out[i] = x[i, cols[i]]. */
export function pick(x: Matrix, cols: ArrayLike<number>): Matrix {
  checkList("pick: cols", cols);
  if (cols.length !== x.rows) {
    throw new ShapeError("pick", x.shape, [cols.length, 1], "one column is needed for each row", [
      "the matrix",
      "the list of columns",
    ]);
  }
  const out = Matrix.zeros(x.rows, 1);
  for (let i = 0; i < x.rows; i++) {
    const col = cols[i];
    checkInteger(`pick: cols[${i}]`, col, 0, x.cols - 1);
    out.data[i] = x.data[i * x.cols + col] as number;
  }
  return out;
}

function checkSpan(place: string, span: Span, count: number): void {
  if (!Array.isArray(span) || span.length !== 2) {
    wrongType(place, span, "[start, end]");
  }
  checkInteger(`${place}[0]`, span[0], 0, count);
  checkInteger(`${place}[1]`, span[1], span[0], count);
}
