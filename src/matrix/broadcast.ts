import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { combine, type Strided } from "../kernels/elementwise.js";
import { isMatrix } from "./checks.js";
import { Matrix } from "./matrix.js";

type Binary = (a: number, b: number) => number;

/** left ∘ right, NumPy's broadcasting: a number, a row or a column is repeated to fit. */
export function broadcast(operation: string, left: Matrix, right: Matrix | number, f: Binary): Matrix {
  checkOperand(operation, right);
  const rows = typeof right === "number" ? left.rows : stretched(left.rows, right.rows);
  const cols = typeof right === "number" ? left.cols : stretched(left.cols, right.cols);
  return broadcastTo(operation, Matrix.zeros(rows, cols), left, right, f);
}

/** out = left ∘ right, where both broadcast to the shape of `out`, which may be `left` itself. */
export function broadcastTo(
  operation: string,
  out: Matrix,
  left: Matrix,
  right: Matrix | number,
  f: Binary,
): Matrix {
  checkOperand(operation, right);
  if (typeof right !== "number") checkShapes(operation, out, left, right);
  const operand = overlaps(out, right) ? right.copy() : right;
  combine(out.data, strided(left, out), strided(operand, out), out.rows, out.cols, f);
  return out;
}

function checkOperand(operation: string, value: unknown): asserts value is Matrix | number {
  if (typeof value === "number" || isMatrix(value)) return;
  wrongType(`${operation}: the operand`, value, "a Matrix or a number");
}

/** Throws unless both operands have the dimensions of `out`, or 1. */
function checkShapes(operation: string, out: Matrix, left: Matrix, right: Matrix): void {
  const differing = (["rows", "cols"] as const).filter((dimension) =>
    [left, right].some((operand) => operand[dimension] !== out[dimension] && operand[dimension] !== 1),
  );
  if (differing.length === 0) return;
  throw new ShapeError(operation, left.shape, right.shape, `the ${differing.join(" and the ")} don't fit`);
}

/** Whether the operand is another view of what is written, such as one of its rows: it would change while it is read. */
function overlaps(out: Matrix, right: Matrix | number): right is Matrix {
  return typeof right !== "number" && right.data.buffer === out.data.buffer && right.data !== out.data;
}

function stretched(a: number, b: number): number {
  return a === 1 ? b : a;
}

/** The strides with which a number or a matrix is read as if it had the shape of `out`. */
function strided(value: Matrix | number, out: Matrix): Strided {
  if (typeof value === "number") return { data: [value], rowStride: 0, colStride: 0 };
  return {
    data: value.data,
    rowStride: value.rows === out.rows ? value.cols : 0,
    colStride: value.cols === out.cols ? 1 : 0,
  };
}
