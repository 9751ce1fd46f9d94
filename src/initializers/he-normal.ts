import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import type { RandomState } from "../random/random-state.js";
import { checkArguments } from "./check-arguments.js";

/**
 * Normal with mean 0 and standard deviation √(2 / inputs): keeps the size of activations from layer to layer
 * if the activation is ReLU, which silences half of them.
 *
 * @throws RangeError or TypeError if a width is not an integer of at least 0, or `random` is not a
 * RandomState
 * @see He et al., "Delving deep into rectifiers" (2015), {@link https://arxiv.org/abs/1502.01852}
 * @example
 * ```ts
 * import { heNormal, RandomState } from "spiralnet";
 *
 * heNormal(200, 50, new RandomState(0)).shape;
 * // => [200, 50], standard deviation 0.1
 * ```
 */
export function heNormal(inputs: number, outputs: number, random: RandomState): Matrix {
  checkArguments("heNormal", inputs, outputs, random);
  const std = Math.sqrt(2 / Math.max(1, inputs));
  return filled("heNormal", inputs, outputs, () => random.randn() * std);
}
