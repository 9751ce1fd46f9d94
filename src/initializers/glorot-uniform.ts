import type { Matrix } from "../matrix/matrix.js";
import type { RandomState } from "../random/random-state.js";

/**
 * Uniform between $\pm\sqrt{6 / (n_{in} + n_{out})}$: keeps the size of activations and of gradients where the activation is close to
 * linear around 0, such as tanh.
 *
 * @see Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010)
 * @example
 * ```ts
 * import { glorotUniform, RandomState } from "spiralnet";
 *
 * glorotUniform(4, 2, new RandomState(0)).abs().max() <= 1; // => true
 * ```
 */
export function glorotUniform(inputs: number, outputs: number, random: RandomState): Matrix {
  const limit = Math.sqrt(6 / Math.max(1, inputs + outputs));
  return random.uniform(-limit, limit, inputs, outputs);
}
