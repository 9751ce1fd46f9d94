import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { checkMatrix, checkSameShape, isMatrix } from "./checks.js";
import type { Matrix } from "./matrix.js";

/** How far apart two numbers may be and still count as close; NumPy's names and defaults. */
export interface Tolerance {
  /** Relative tolerance, a share of the right-hand value; 1e-5 if not given. */
  readonly rtol?: number;
  /** Absolute tolerance; 1e-8 if not given. */
  readonly atol?: number;
}

/** Same shape and same numbers; -0 equals 0 and NaN equals nothing, as `===` has it. */
export function equals(left: Matrix, right: Matrix): boolean {
  return (
    isMatrix(right) &&
    left.rows === right.rows &&
    left.cols === right.cols &&
    left.data.every((value, i) => value === right.data[i])
  );
}

/** |left - right| <= atol + rtol |right| for every element; infinities are close to themselves only, NaN to nothing. */
export function allClose(left: Matrix, right: Matrix, tolerance: Tolerance): boolean {
  checkOptions("allClose", tolerance, ["rtol", "atol"]);
  const { rtol = 1e-5, atol = 1e-8 } = tolerance;
  checkNonNegative("allClose: rtol", rtol);
  checkNonNegative("allClose: atol", atol);
  checkMatrix("allClose: other", right);
  checkSameShape("allClose", left.shape, right.shape);
  return left.data.every((a, i) => {
    const b = right.data[i] as number;
    return a === b || (Number.isFinite(b) && Math.abs(a - b) <= atol + rtol * Math.abs(b));
  });
}
