import { ShapeError } from "../errors/shape-error.js";
import { combine, type Repeated } from "../kernels/elementwise.js";
import type { Stored } from "../kernels/operand.js";
import { checkStored } from "./check-stored.js";
import { copyOf, zeros } from "./memory.js";

type Binary = (a: number, b: number) => number;

/** left ∘ right with NumPy's broadcasting: a number, a row or a column is repeated to fit. */
export function broadcast(operation: string, left: Stored, right: Stored | number, f: Binary): Stored {
  const operand = checkOperands(operation, left, right);
  const rows = left.rows === 1 ? operand.rows : left.rows;
  const cols = left.cols === 1 ? operand.cols : left.cols;
  checkFit(operation, rows, cols, left, operand);
  const out = zeros(operation, rows, cols);
  fill(out, left, operand, f);
  return out;
}

/** out = out ∘ right, if `right` broadcasts to the shape of `out`. Returns `out`. */
export function broadcastInto<Out extends Stored>(
  operation: string,
  out: Out,
  right: Stored | number,
  f: Binary,
): Out {
  const operand = checkOperands(operation, out, right);
  checkFit(operation, out.rows, out.cols, out, operand);
  // Another view of the same memory, such as a row of `out`, would change while it is read.
  const isView = out.data !== operand.data && out.data.buffer === operand.data.buffer;
  fill(out, out, isView ? copyOf(operation, operand) : operand, f);
  return out;
}

/** The right operand as a matrix. Throws unless the operands are of the right kind. */
function checkOperands(operation: string, left: unknown, right: Stored | number): Stored {
  checkStored(operation, left);
  if (typeof right === "number") return { rows: 1, cols: 1, data: Float64Array.of(right) };
  checkStored(operation, right, "right", "a Matrix or a number");
  return right;
}

/** Throws unless each dimension of both operands is that of the result, or 1. */
function checkFit(operation: string, rows: number, cols: number, left: Stored, right: Stored): void {
  const rowsFit = fits(left.rows, rows) && fits(right.rows, rows);
  if (rowsFit && fits(left.cols, cols) && fits(right.cols, cols)) return;
  const problem = `the ${rowsFit ? "cols" : "rows"} don't fit`;
  throw new ShapeError(operation, [left.rows, left.cols], [right.rows, right.cols], problem);
}

function fits(size: number, wanted: number): boolean {
  return size === wanted || size === 1;
}

/** out = left ∘ right, each repeated to the shape of `out`. */
function fill(out: Stored, left: Stored, right: Stored, f: Binary): void {
  combine(out.data, repeated(left, out), repeated(right, out), out.rows, out.cols, f);
}

function repeated({ rows, cols, data }: Stored, out: Stored): Repeated {
  return { data, rowStride: rows === out.rows ? cols : 0, colStride: cols === out.cols ? 1 : 0 };
}
