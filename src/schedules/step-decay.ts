import { checkInteger, checkNonNegative, checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { checkingStep } from "./check-step.js";
import type { Schedule } from "./schedule.js";

/** How {@link stepDecay} goes down. */
export interface StepDecayOptions {
  /** How many steps one rate lasts; at least 1. */
  readonly every: number;
  /** What the rate is multiplied by then; above 0, and 0.1 if not given. */
  readonly factor?: number | undefined;
}

/**
 * A staircase: η(t) = rate · factor^⌊t / every⌋. This is PyTorch's `StepLR`.
 *
 * @throws RangeError or TypeError if a number is not what it should be
 * @see {@link https://cs231n.github.io/neural-networks-3/#anneal | cs231n, annealing the learning rate}
 * @example
 * ```ts
 * import { stepDecay } from "spiralnet";
 *
 * const schedule = stepDecay(0.8, { every: 100, factor: 0.5 });
 * [0, 99, 100, 250].map(schedule); // => [0.8, 0.8, 0.4, 0.2]
 * ```
 */
export function stepDecay(rate: number, options: StepDecayOptions): Schedule {
  checkNonNegative("stepDecay: rate", rate);
  checkOptions("stepDecay", options, ["every", "factor"]);
  const { every, factor = 0.1 } = options;
  checkInteger("stepDecay: every", every, 1);
  checkPositive("stepDecay: factor", factor);
  return checkingStep("stepDecay", (step) => rate * factor ** Math.floor(step / every));
}
