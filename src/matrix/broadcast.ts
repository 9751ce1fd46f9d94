import { ShapeError } from "../errors/shape-error.js";
import { combine, type Repeated } from "../kernels/elementwise.js";
import type { Stored } from "../kernels/operand.js";
import { checkStored } from "./check-stored.js";
import { copyOf, zeros } from "./memory.js";

type Binary = (a: number, b: number) => number;
type Sides = readonly [left: string, right: string];

/** left ∘ right with NumPy's broadcasting: a number, a row or a column is repeated to fit. */
export function broadcast(operation: string, left: Stored, right: Stored | number, f: Binary): Stored {
  checkStored(operation, left);
  return combined(operation, left, checkOperand(operation, right), f);
}

/** The same for operands that were checked. `sides` names them in errors if they are not "left" and "right". */
export function combined(operation: string, left: Stored, right: Stored, f: Binary, sides?: Sides): Stored {
  const rows = left.rows === 1 ? right.rows : left.rows;
  const cols = left.cols === 1 ? right.cols : left.cols;
  checkFit(operation, rows, cols, left, right, sides);
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
  checkStored(operation, out);
  const operand = checkOperand(operation, right);
  checkFit(operation, out.rows, out.cols, out, operand);
  // Another view of the same memory, such as a row of `out`, would change while it is read.
  const isView = out.data !== operand.data && out.data.buffer === operand.data.buffer;
  fill(out, out, isView ? copyOf(operation, operand) : operand, f);
  return out;
}

/** An operand as a matrix. Throws unless it is a matrix or a number. */
export function checkOperand(operation: string, operand: Stored | number, name = "right"): Stored {
  if (typeof operand === "number") return { rows: 1, cols: 1, data: Float64Array.of(operand) };
  checkStored(operation, operand, name, "a Matrix or a number");
  return operand;
}

/** Throws unless each dimension of both operands is that of the result, or 1. */
function checkFit(
  operation: string,
  rows: number,
  cols: number,
  left: Stored,
  right: Stored,
  sides?: Sides,
): void {
  const rowsFit = fits(left.rows, rows) && fits(right.rows, rows);
  if (rowsFit && fits(left.cols, cols) && fits(right.cols, cols)) return;
  const problem = `the ${rowsFit ? "cols" : "rows"} don't fit`;
  throw new ShapeError(operation, [left.rows, left.cols], [right.rows, right.cols], problem, sides);
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
