import { checkInteger } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";
import type { Stored } from "../kernels/operand.js";
import { checkIndices } from "./check-indices.js";
import { checkSameShape } from "./check-same-shape.js";
import { checkStored } from "./check-stored.js";
import { checkCount, zeros } from "./memory.js";

/** The indices from `start` up to, but not including, `end`. */
export type IndexRange = readonly [start: number, end: number];

/** One element. */
export function get(x: Stored, row: number, col: number): number {
  checkStored("get", x);
  checkInteger("get: row", row, 0, x.rows - 1);
  checkInteger("get: col", col, 0, x.cols - 1);
  return x.data[row * x.cols + col] as number;
}

/** One row, copied. */
export function row(x: Stored, index: number): Stored {
  checkStored("row", x);
  checkInteger("row: index", index, 0, x.rows - 1);
  return block("row", x, [index, index + 1], [0, x.cols]);
}

/** One column, copied. */
export function col(x: Stored, index: number): Stored {
  checkStored("col", x);
  checkInteger("col: index", index, 0, x.cols - 1);
  return block("col", x, [0, x.rows], [index, index + 1]);
}

/** Rows and columns from start to end, copied. */
export function slice(x: Stored, rows: IndexRange, cols: IndexRange | undefined): Stored {
  checkStored("slice", x);
  checkRange("slice: rows", rows, x.rows);
  if (cols !== undefined) checkRange("slice: cols", cols, x.cols);
  return block("slice", x, rows, cols ?? [0, x.cols]);
}

/** The rows with the given indices in their order, copied. */
export function selectRows(x: Stored, indices: ArrayLike<number>): Stored {
  checkStored("selectRows", x);
  checkIndices("selectRows: indices", indices, x.rows);
  const out = zeros("selectRows", indices.length, x.cols);
  for (let i = 0; i < indices.length; i++) {
    const start = (indices[i] as number) * x.cols;
    out.data.set(x.data.subarray(start, start + x.cols), i * x.cols);
  }
  return out;
}

/** One element of each row: out[i] = x[i, cols[i]]. */
export function pick(x: Stored, cols: ArrayLike<number>): Stored {
  checkStored("pick", x);
  checkIndices("pick: cols", cols, x.cols);
  checkSameShape("pick", [x.rows, 1], [cols.length, 1], ["the result", "cols"]);
  const out = zeros("pick", x.rows, 1);
  for (let i = 0; i < x.rows; i++) out.data[i] = x.data[i * x.cols + (cols[i] as number)] as number;
  return out;
}

/** The rows as arrays. */
export function toArray(x: Stored): number[][] {
  checkStored("toArray", x);
  checkCount("toArray: the number of elements", Math.max(x.rows, x.data.length));
  return Array.from({ length: x.rows }, (_, i) => Array.from(x.data.subarray(i * x.cols, (i + 1) * x.cols)));
}

function block(operation: string, x: Stored, rows: IndexRange, cols: IndexRange): Stored {
  const out = zeros(operation, rows[1] - rows[0], cols[1] - cols[0]);
  for (let i = 0; i < out.rows; i++) {
    const start = (rows[0] + i) * x.cols;
    out.data.set(x.data.subarray(start + cols[0], start + cols[1]), i * out.cols);
  }
  return out;
}

function checkRange(place: string, range: unknown, count: number): void {
  if (!Array.isArray(range) || range.length !== 2) wrongType(place, range, "[start, end]");
  checkInteger(`${place}[0]`, range[0], 0, count);
  checkInteger(`${place}[1]`, range[1], range[0], count);
}
