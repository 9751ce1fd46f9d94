import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import type { RandomState } from "../random/random-state.js";
import { checkArguments } from "./check-arguments.js";

/**
 * Uniform between ±√(6 / inputs), which has the standard deviation of `heNormal`, √(2 / inputs): for layers
 * before ReLU. Also called Kaiming initialization.
 *
 * @throws RangeError or TypeError if a width is not an integer of at least 0, or `random` is not a
 * RandomState
 * @see He et al., "Delving deep into rectifiers" (2015), {@link https://arxiv.org/abs/1502.01852}
 * @example
 * ```ts
 * import { heUniform, RandomState } from "spiralnet";
 *
 * heUniform(6, 2, new RandomState(0)).abs().max() <= 1; // => true
 * ```
 */
export function heUniform(inputs: number, outputs: number, random: RandomState): Matrix {
  checkArguments("heUniform", inputs, outputs, random);
  const limit = Math.sqrt(6 / Math.max(1, inputs));
  return filled("heUniform", inputs, outputs, () => random.uniform(-limit, limit));
}
