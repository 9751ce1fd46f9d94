import { ShapeError } from "../errors/shape-error.js";
import type { Stored } from "../kernels/operand.js";
import { newProduct } from "../kernels/product.js";
import { checkStored } from "./check-stored.js";
import { allocated } from "./memory.js";

/** The matrix product, each element summed in order. */
export function matmul(left: Stored, right: Stored): Stored {
  checkStored("matmul", "left", left);
  checkStored("matmul", "right", right);
  const { rows } = left;
  const { cols } = right;
  if (left.cols !== right.rows) {
    const problem = `left has ${left.cols} columns, right has ${right.rows} rows`;
    throw new ShapeError("matmul", [rows, left.cols], [right.rows, cols], problem);
  }
  const isEmpty = rows === 0 || cols === 0; // The other dimension may be 2^53.
  const data = allocated("matmul", rows, cols, () =>
    isEmpty ? new Float64Array(0) : newProduct(left, right),
  );
  return { rows, cols, data };
}
