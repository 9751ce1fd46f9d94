import { checkNonNegative } from "../errors/number.js";
import { checkingStep } from "./check-step.js";
import type { Schedule } from "./schedule.js";

/**
 * The same learning rate in each step.
 *
 * @throws RangeError or TypeError if the rate is negative or not finite
 * @example
 * ```ts
 * import { constant } from "spiralnet";
 *
 * constant(0.1)(1000); // => 0.1
 * ```
 */
export function constant(rate: number): Schedule {
  checkNonNegative("constant: rate", rate);
  return checkingStep("constant", () => rate);
}
