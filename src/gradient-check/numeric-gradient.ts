import { Matrix } from "../matrix/matrix.js";
import type { Comparison } from "./derivatives.js";
import { slopesOf } from "./slopes.js";
import type { WrongGradient } from "./wrong-gradient.js";

/** Centred differences of an objective with respect to the known numbers of a wrong gradient; 0 for the others. */
export function numericGradient(
  objective: () => number,
  { value, indices = [] }: WrongGradient,
  { operation, step }: Comparison,
): Matrix {
  const gradient = Matrix.zeros(value.rows, value.cols);
  const slopesAt = slopesOf(operation, objective);
  for (const i of indices) gradient.data[i] = slopesAt(value.data, i, step).centred;
  return gradient;
}
