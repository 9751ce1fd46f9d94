import { checkNonNegative } from "../errors/number.js";
import type { Initializer } from "./initializer.js";

/**
 * An initializer that draws from the normal distribution with mean 0: $W = \sigma \cdot \mathcal{N}(0, 1)$.
 *
 * @param std - the standard deviation $\sigma$
 * @throws RangeError if it is negative or not finite
 * @example
 * ```ts
 * import { Dense, normal, RandomState } from "spiralnet";
 *
 * new Dense(2, 100, { weights: normal(0.01), random: new RandomState(0) });
 * ```
 */
export function normal(std: number): Initializer {
  checkNonNegative("normal: std", std);
  return (inputs, outputs, random) => random.randn(inputs, outputs).multiply(std);
}
