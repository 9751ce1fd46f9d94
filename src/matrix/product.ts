import { ShapeError } from "../errors/shape-error.js";
import type { Stored } from "../kernels/operand.js";
import { newProduct } from "../kernels/product.js";
import { checkStored } from "./check-stored.js";
import { allocated } from "./memory.js";

/** The matrix product, each element summed in order. */
export function matmul(left: Stored, right: Stored): Stored {
  checkStored("matmul", left);
  checkStored("matmul", right, "right");
  const { rows } = left;
  const { cols } = right;
  if (left.cols !== right.rows) {
    const problem = `left has ${left.cols} columns, right has ${right.rows} rows`;
    throw new ShapeError("matmul", [rows, left.cols], [right.rows, cols], problem);
  }
  return { rows, cols, data: allocated("matmul", rows, cols, () => newProduct(left, right)) };
}
