import type { Matrix } from "../matrix/matrix.js";
import { filled } from "../random/filled.js";
import type { RandomState } from "../random/random-state.js";
import { checkArguments } from "./check-arguments.js";

/**
 * Uniform between ±√(3 / inputs), which has the standard deviation of `lecunNormal`, √(1 / inputs).
 *
 * @throws RangeError or TypeError if a width is not an integer of at least 0, or `random` is not a
 * RandomState
 * @see LeCun et al., "Efficient backprop" (1998)
 * @example
 * ```ts
 * import { lecunUniform, RandomState } from "spiralnet";
 *
 * lecunUniform(3, 2, new RandomState(0)).abs().max() <= 1; // => true
 * ```
 */
export function lecunUniform(inputs: number, outputs: number, random: RandomState): Matrix {
  checkArguments("lecunUniform", inputs, outputs, random);
  const limit = Math.sqrt(3 / Math.max(1, inputs));
  return filled("lecunUniform", inputs, outputs, () => random.uniform(-limit, limit));
}
