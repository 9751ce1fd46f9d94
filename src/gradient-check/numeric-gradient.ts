import { Matrix } from "../matrix/matrix.js";
import { slopesOf } from "./slopes.js";

/** Centred differences of a function with respect to some of the numbers that a matrix holds; 0 for the others. */
export function numericGradient(
  objective: () => number,
  value: Matrix,
  indices: readonly number[],
  step: number,
): Matrix {
  const gradient = Matrix.zeros(value.rows, value.cols);
  const slopesAt = slopesOf("gradientCheck", objective);
  for (const i of indices) gradient.data[i] = slopesAt(value.data, i, step).centred;
  return gradient;
}
