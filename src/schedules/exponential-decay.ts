import { checkInteger, checkNonNegative, checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { checkingStep } from "./check-step.js";
import type { Schedule } from "./schedule.js";

/** How {@link exponentialDecay} goes down. */
export interface ExponentialDecayOptions {
  /** What the rate is multiplied by; above 0. Above 1 the rate grows, for example to look for a good one. */
  readonly factor: number;
  /** How many steps that takes; at least 1, and 1 if not given. */
  readonly every?: number | undefined;
}

/**
 * A smooth decay: η(t) = rate · factor^(t / every). With `every` 1 this is PyTorch's `ExponentialLR`.
 *
 * @throws RangeError or TypeError if a number is not what it should be
 * @see {@link https://cs231n.github.io/neural-networks-3/#anneal | cs231n, annealing the learning rate}
 * @example
 * ```ts
 * import { exponentialDecay } from "spiralnet";
 *
 * const schedule = exponentialDecay(0.8, { factor: 0.25, every: 100 });
 * [0, 50, 100].map(schedule); // ≈ [0.8, 0.4, 0.2]
 * ```
 */
export function exponentialDecay(rate: number, options: ExponentialDecayOptions): Schedule {
  checkNonNegative("exponentialDecay: rate", rate);
  checkOptions("exponentialDecay", options, ["factor", "every"]);
  const { factor, every = 1 } = options;
  checkPositive("exponentialDecay: factor", factor);
  checkInteger("exponentialDecay: every", every, 1);
  return checkingStep("exponentialDecay", (step) => rate * factor ** (step / every));
}
