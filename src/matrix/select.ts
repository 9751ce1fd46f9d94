import { checkInteger } from "../errors/number.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import type { Stored } from "../kernels/operand.js";
import { checkIndices } from "./check-indices.js";
import { checkSameShape } from "./check-same-shape.js";
import { checkStored } from "./check-stored.js";
import { checkCount, zeros } from "./memory.js";

/**
 * The indices from `start` up to, but not including, `end`; up to the last if there is no `end`. Negative
 * numbers count from the end, as in NumPy and JavaScript: -1 is the last index.
 */
export type IndexRange = readonly [start: number, end?: number | undefined];

/** One element. */
export function get(x: Stored, row: number, col: number): number {
  const place = placeIn("get", x, row, col);
  return x.data[place] as number;
}

/** Changes one element. */
export function set<X extends Stored>(x: X, row: number, col: number, value: number): X {
  const place = placeIn("set", x, row, col);
  if (typeof value !== "number") wrongType("set: the value", value, "a number");
  x.data[place] = value;
  return x;
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
  return block(
    "slice",
    x,
    bounds("slice: rows", rows, x.rows),
    bounds("slice: cols", cols === undefined ? [0] : cols, x.cols),
  );
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

/** Where an element is in `data`. Throws if there is no such element. */
function placeIn(operation: string, x: Stored, row: number, col: number): number {
  checkStored(operation, x);
  checkInteger(`${operation}: row`, row, 0, x.rows - 1);
  checkInteger(`${operation}: col`, col, 0, x.cols - 1);
  return row * x.cols + col;
}

function block(operation: string, x: Stored, rows: Bounds, cols: Bounds): Stored {
  const out = zeros(operation, rows[1] - rows[0], cols[1] - cols[0]);
  for (let i = 0; i < out.rows; i++) {
    const start = (rows[0] + i) * x.cols;
    out.data.set(x.data.subarray(start + cols[0], start + cols[1]), i * out.cols);
  }
  return out;
}

type Bounds = readonly [start: number, end: number];

/** The bounds of a range counted from 0. Throws unless they lie within `count` indices, the end not first. */
function bounds(place: string, range: unknown, count: number): Bounds {
  if (!(Array.isArray(range) && (range.length === 1 || range.length === 2))) {
    wrongType(place, range, "[start, end] or [start]");
  }
  const start = bound(`${place}[0]`, range[0], 0, count);
  return [start, range[1] === undefined ? count : bound(`${place}[1]`, range[1], start, count)];
}

function bound(place: string, value: unknown, low: number, count: number): number {
  if (Number.isInteger(value)) {
    const index = (value as number) < 0 ? (value as number) + count : (value as number);
    if (index >= low && index <= count) return index;
  }
  wrongNumber(place, value, `an integer from ${low} to ${count}, or a negative one that counts from the end`);
}
