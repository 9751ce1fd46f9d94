import { ShapeError } from "../errors/shape-error.js";
import type { Stored } from "../kernels/operand.js";
import * as kernels from "../kernels/transpose.js";
import { checkStored } from "./check-stored.js";
import { checkDimensions, copyOf, zeros } from "./memory.js";

/** Rows become columns. */
export function transpose(x: Stored): Stored {
  checkStored("transpose", "the matrix", x);
  const out = zeros("transpose", x.cols, x.rows);
  if (out.data.length > 0) kernels.transpose(out.data, x.data, x.rows, x.cols);
  return out;
}

/** The same elements in the same order, in rows of another length. */
export function reshape(x: Stored, rows: number, cols: number): Stored {
  checkStored("reshape", "the matrix", x);
  checkDimensions("reshape", rows, cols);
  if (rows * cols !== x.data.length) {
    const sides = ["the matrix", "the new shape"] as const;
    const problem = `${x.data.length} elements are not ${rows * cols}`;
    throw new ShapeError("reshape", [x.rows, x.cols], [rows, cols], problem, sides);
  }
  return { rows, cols, data: copyOf("reshape", x).data };
}

/** The same matrix in memory of its own. */
export function copy(x: Stored): Stored {
  checkStored("copy", "the matrix", x);
  return copyOf("copy", x);
}
