import { ShapeError } from "../errors/shape-error.js";
import { combine, type Strided } from "../kernels/elementwise.js";
import type { Stored } from "../kernels/operand.js";
import { checkStored } from "./check-stored.js";
import { copyOf, zeros } from "./memory.js";

type Binary = (a: number, b: number) => number;

/** left ∘ right with NumPy's broadcasting: a number, a row or a column is repeated to fit. */
export function broadcast(operation: string, left: Stored, right: Stored | number, f: Binary): Stored {
  checkOperands(operation, left, right);
  const scalar = typeof right === "number";
  const rows = scalar || left.rows !== 1 ? left.rows : right.rows;
  const cols = scalar || left.cols !== 1 ? left.cols : right.cols;
  if (!scalar) checkShapes(operation, rows, cols, left, right);
  const out = zeros(operation, rows, cols);
  fill(out, left, right, f);
  return out;
}

/** out = out ∘ right, if `right` broadcasts to the shape of `out`. Returns `out`. */
export function broadcastInto<Out extends Stored>(
  operation: string,
  out: Out,
  right: Stored | number,
  f: Binary,
): Out {
  checkOperands(operation, out, right);
  let operand = right;
  if (typeof right !== "number") {
    checkShapes(operation, out.rows, out.cols, out, right);
    // Another view of the same memory, such as a row of `out`, would change while it is read.
    if (overlaps(out.data, right.data)) operand = copyOf(operation, right);
  }
  fill(out, out, operand, f);
  return out;
}

function checkOperands(operation: string, left: unknown, right: unknown): void {
  checkStored(operation, "left", left);
  if (typeof right !== "number") checkStored(operation, "right", right, "a Matrix or a number");
}

/** Throws unless each dimension of both operands is that of the result, or 1. */
function checkShapes(operation: string, rows: number, cols: number, left: Stored, right: Stored): void {
  const rowsFit = fits(left.rows, rows) && fits(right.rows, rows);
  const colsFit = fits(left.cols, cols) && fits(right.cols, cols);
  if (rowsFit && colsFit) return;
  const differing = rowsFit ? "the cols" : colsFit ? "the rows" : "the rows and the cols";
  throw new ShapeError(operation, [left.rows, left.cols], [right.rows, right.cols], `${differing} don't fit`);
}

function fits(size: number, wanted: number): boolean {
  return size === wanted || size === 1;
}

/** Whether two different arrays have elements in common. */
function overlaps(a: Float64Array, b: Float64Array): boolean {
  return (
    a !== b &&
    a.buffer === b.buffer &&
    a.byteOffset < b.byteOffset + b.byteLength &&
    b.byteOffset < a.byteOffset + a.byteLength
  );
}

/** out = left ∘ right, each repeated to the shape of `out`. */
function fill(out: Stored, left: Stored, right: Stored | number, f: Binary): void {
  if (out.data.length === 0) return; // It may have 2^53 rows.
  combine(out.data, strided(left, out), strided(right, out), out.rows, out.cols, f);
}

function strided(value: Stored | number, out: Stored): Strided {
  if (typeof value === "number") return { data: [value], rowStride: 0, colStride: 0 };
  return {
    data: value.data,
    rowStride: value.rows === out.rows ? value.cols : 0,
    colStride: value.cols === out.cols ? 1 : 0,
  };
}
