import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import type { RandomState } from "../random/random-state.js";
import { checkArguments } from "./check-arguments.js";

/**
 * Normal with mean 0 and standard deviation √(1 / inputs): a weighted sum of inputs with variance 1 has
 * variance 1. Half the variance of `heNormal`, for activations that silence nothing.
 *
 * @throws RangeError or TypeError if a width is not an integer of at least 0, or `random` is not a
 * RandomState
 * @see LeCun et al., "Efficient backprop" (1998)
 * @example
 * ```ts
 * import { lecunNormal, RandomState } from "spiralnet";
 *
 * lecunNormal(100, 50, new RandomState(0)).shape;
 * // => [100, 50], standard deviation 0.1
 * ```
 */
export function lecunNormal(inputs: number, outputs: number, random: RandomState): Matrix {
  checkArguments("lecunNormal", inputs, outputs, random);
  const std = Math.sqrt(1 / Math.max(1, inputs));
  return filled("lecunNormal", inputs, outputs, () => random.randn() * std);
}
