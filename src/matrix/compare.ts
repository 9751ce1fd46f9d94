import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import type { Stored } from "../kernels/operand.js";
import { checkSameShape } from "./check-same-shape.js";
import { checkStored, resemblesMatrix } from "./check-stored.js";

/** How far apart two numbers may be and still count as close, with NumPy's names and defaults. */
export interface Tolerance {
  /** Relative tolerance, a share of the right-hand value; 1e-5 if not given. */
  readonly rtol?: number | undefined;
  /** Absolute tolerance; 1e-8 if not given. */
  readonly atol?: number | undefined;
}

/** Same shape and same numbers, as `===` has it: -0 equals 0 and NaN equals nothing. */
export function equals(left: Stored, right: unknown): boolean {
  checkStored("equals", left);
  if (!resemblesMatrix(right)) return false;
  checkStored("equals", right, "other");
  return (
    left.rows === right.rows &&
    left.cols === right.cols &&
    left.data.every((value, i) => value === right.data[i])
  );
}

/**
 * |left - right| <= atol + rtol |right| for every element. An infinity is close to itself only, NaN to
 * nothing.
 */
export function allClose(left: Stored, right: Stored, tolerance: Tolerance): boolean {
  checkStored("allClose", left);
  checkStored("allClose", right, "other");
  checkOptions("allClose", tolerance, ["rtol", "atol"]);
  const { rtol = 1e-5, atol = 1e-8 } = tolerance;
  checkNonNegative("allClose: rtol", rtol);
  checkNonNegative("allClose: atol", atol);
  checkSameShape("allClose", [left.rows, left.cols], [right.rows, right.cols]);
  return left.data.every((a, i) => {
    const b = right.data[i] as number;
    return a === b || (Number.isFinite(b) && Math.abs(a - b) <= atol + rtol * Math.abs(b));
  });
}
