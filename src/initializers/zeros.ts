import { Matrix } from "../matrix/matrix.js";

/**
 * All 0. Right for biases; weights that start equal stay equal.
 *
 * @example
 * ```ts
 * import { zeros } from "spiralnet";
 *
 * zeros(1, 3); // => [[0, 0, 0]]
 * ```
 */
export function zeros(inputs: number, outputs: number): Matrix {
  return Matrix.zeros(inputs, outputs);
}
