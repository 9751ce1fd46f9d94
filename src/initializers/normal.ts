import { filled } from "../random/filled.js";
import { checkScale } from "../random/gaussian.js";
import { checkArguments } from "./check-arguments.js";
import type { Initializer } from "./initializer.js";

/**
 * An initializer that draws from the normal distribution with mean 0 and standard deviation `std`.
 *
 * @param std - the standard deviation
 * @throws RangeError or TypeError if `std` is negative, not finite, or so large that a draw could be
 * infinite. The initializer throws if a width is not an integer of at least 0, or its generator is not a
 * RandomState
 * @example
 * ```ts
 * import { Dense, normal, RandomState } from "spiralnet";
 *
 * const random = new RandomState(0);
 * new Dense(2, 100, { weights: normal(0.01), random });
 * normal(0.01)(1, 2, random).shape; // => [1, 2]
 * ```
 */
export function normal(std: number): Initializer {
  checkScale("normal: std", std);
  return (inputs, outputs, random) => {
    checkArguments("normal", inputs, outputs, random);
    return filled("normal", inputs, outputs, () => random.randn() * std);
  };
}
