import { Matrix } from "../matrix/matrix.js";
import type { Comparison } from "./derivatives.js";
import { slopesOf } from "./slopes.js";
import type { WrongGradient } from "./wrong-gradient.js";

/**
 * Centred differences of an objective with respect to the known numbers of a wrong gradient; 0 for the others.
 * Undefined if the objective throws: as evidence it may be asked for what it can't take, such as y for x.
 */
export function numericGradient(
  objective: () => number,
  { value, indices = [] }: WrongGradient,
  { operation, step }: Comparison,
): Matrix | undefined {
  const gradient = Matrix.zeros(value.rows, value.cols);
  try {
    const slopesAt = slopesOf(operation, objective);
    for (const i of indices) gradient.data[i] = slopesAt(value.data, i, step).centred;
    return gradient;
  } catch {
    return undefined;
  }
}
