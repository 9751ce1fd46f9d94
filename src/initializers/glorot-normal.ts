import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import type { RandomState } from "../random/random-state.js";
import { checkArguments } from "./check-arguments.js";

/**
 * Normal with mean 0 and standard deviation √(2 / (inputs + outputs)), as large as those of `glorotUniform`.
 * Also called Xavier initialization.
 *
 * @throws RangeError or TypeError if a width is not an integer of at least 0, or `random` is not a
 * RandomState
 * @see Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010)
 * @example
 * ```ts
 * import { glorotNormal, RandomState } from "spiralnet";
 *
 * glorotNormal(150, 50, new RandomState(0)).shape;
 * // => [150, 50], standard deviation 0.1
 * ```
 */
export function glorotNormal(inputs: number, outputs: number, random: RandomState): Matrix {
  checkArguments("glorotNormal", inputs, outputs, random);
  const std = Math.sqrt(2 / Math.max(1, inputs + outputs));
  return filled("glorotNormal", inputs, outputs, () => random.randn() * std);
}
