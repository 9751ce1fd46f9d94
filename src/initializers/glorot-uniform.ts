import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import type { RandomState } from "../random/random-state.js";
import { checkArguments } from "./check-arguments.js";

/**
 * Uniform between ±√(6 / (inputs + outputs)): keeps the size of activations and of gradients from layer to
 * layer if the activation is close to linear around 0, such as tanh.
 *
 * @throws RangeError or TypeError if a width is not an integer of at least 0, or `random` is not a
 * RandomState
 * @see Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010)
 * @example
 * ```ts
 * import { glorotUniform, RandomState } from "spiralnet";
 *
 * glorotUniform(4, 2, new RandomState(0)).abs().max() <= 1; // => true
 * ```
 */
export function glorotUniform(inputs: number, outputs: number, random: RandomState): Matrix {
  checkArguments("glorotUniform", inputs, outputs, random);
  const limit = Math.sqrt(6 / Math.max(1, inputs + outputs));
  return filled("glorotUniform", inputs, outputs, () => random.uniform(-limit, limit));
}
