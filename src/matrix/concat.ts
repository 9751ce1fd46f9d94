import { ShapeError } from "../errors/shape-error.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import type { Stored } from "../kernels/operand.js";
import { checkStored } from "./check-stored.js";
import { zeros } from "./memory.js";
import type { Axis } from "./reduce.js";

/** The matrices below each other (axis 0) or side by side (axis 1). */
export function concat(matrices: readonly Stored[], axis: Axis = 0): Stored {
  check(matrices, axis);
  const total = (side: "rows" | "cols") => matrices.reduce((sum, x) => sum + x[side], 0);
  const [{ rows, cols }] = matrices;
  const out = axis === 0 ? zeros("concat", total("rows"), cols) : zeros("concat", rows, total("cols"));
  let start = 0;
  for (const { data, cols } of matrices) {
    // Rows of one length below each other are one block of `data`; side by side, each row is one.
    const block = axis === 0 ? data.length : cols;
    for (let i = 0; i * block < data.length; i++) {
      out.data.set(data.subarray(i * block, (i + 1) * block), start + i * out.cols);
    }
    start += block;
  }
  return out;
}

function check(matrices: readonly Stored[], axis: Axis): asserts matrices is readonly [Stored, ...Stored[]] {
  if (!Array.isArray(matrices) || matrices.length === 0) {
    wrongType("concat: matrices", matrices, "an array of at least one Matrix");
  }
  if (axis !== 0 && axis !== 1) wrongNumber("concat: axis", axis, "0 or 1");
  for (let i = 0; i < matrices.length; i++) {
    const [first, next] = [matrices[0] as Stored, matrices[i] as Stored];
    checkStored("concat", next, `matrices[${i}]`);
    if (axis === 0 ? first.cols === next.cols : first.rows === next.rows) continue;
    throw new ShapeError(
      "concat",
      [first.rows, first.cols],
      [next.rows, next.cols],
      `they must have the same ${axis === 0 ? "columns" : "rows"}`,
      ["matrices[0]", `matrices[${i}]`],
    );
  }
}
