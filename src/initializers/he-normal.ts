import type { Matrix } from "../matrix/matrix.js";
import type { RandomState } from "../random/random-state.js";

/**
 * Normal with mean 0 and standard deviation $\sqrt{2 / n_{in}}$: keeps the size of activations from layer to layer where the
 * activation is ReLU, which silences half of them.
 *
 * @see He et al., "Delving deep into rectifiers" (2015), {@link https://arxiv.org/abs/1502.01852}
 * @example
 * ```ts
 * import { heNormal, RandomState } from "spiralnet";
 *
 * heNormal(200, 50, new RandomState(0)).shape; // => [200, 50], standard deviation 0.1
 * ```
 */
export function heNormal(inputs: number, outputs: number, random: RandomState): Matrix {
  return random.randn(inputs, outputs).multiply(Math.sqrt(2 / Math.max(1, inputs)));
}
