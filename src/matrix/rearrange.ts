import type { Stored } from "../kernels/operand.js";
import * as kernels from "../kernels/transpose.js";
import { checkSize } from "./build.js";
import { checkStored } from "./check-stored.js";
import { copyOf, zeros } from "./memory.js";

/** Rows become columns. */
export function transpose(x: Stored): Stored {
  checkStored("transpose", x);
  const out = zeros("transpose", x.cols, x.rows);
  kernels.transpose(out.data, x.data, x.rows, x.cols);
  return out;
}

/** The same elements in the same order, in rows of another length. */
export function reshape(x: Stored, rows: number, cols: number): Stored {
  checkStored("reshape", x);
  checkSize("reshape", rows, cols, [x.rows, x.cols]);
  return { rows, cols, data: copyOf("reshape", x).data };
}

/** The same matrix in memory of its own. */
export function copy(x: Stored): Stored {
  checkStored("copy", x);
  return copyOf("copy", x);
}
