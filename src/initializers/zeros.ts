import { checkInteger } from "../errors/number.js";
import { Matrix } from "../matrix/matrix.js";

/**
 * All zeros. Right for biases, not for weights: units that start equal stay equal.
 *
 * @throws RangeError or TypeError if a width is not an integer of at least 0
 * @example
 * ```ts
 * import { zeros } from "spiralnet";
 *
 * zeros(1, 3); // => [[0, 0, 0]]
 * ```
 */
export function zeros(inputs: number, outputs: number): Matrix {
  checkInteger("zeros: inputs", inputs, 0);
  checkInteger("zeros: outputs", outputs, 0);
  return Matrix.zeros(inputs, outputs);
}
