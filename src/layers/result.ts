import { checkMatrix, checkSameShape } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";

/** Where a result goes: into `out`, which must have its shape and not be the operand where one is given, or into a new matrix. */
export function resultMatrix(
  operation: string,
  out: Matrix | undefined,
  rows: number,
  cols: number,
  operand: Matrix | undefined,
): Matrix {
  if (out === undefined) return Matrix.zeros(rows, cols);
  checkMatrix(`${operation}: out`, out);
  checkSameShape(operation, out.shape, [rows, cols], ["out", "the result"]);
  if (out.data === operand?.data) {
    throw new TypeError(`${operation}: out shares memory with the operand; expected its own`);
  }
  return out;
}
