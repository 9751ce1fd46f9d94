import { checkInteger, checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { checkingStep } from "./check-step.js";
import type { Schedule } from "./schedule.js";

/** How {@link cosine} goes down. */
export interface CosineOptions {
  /** How many steps the way down takes; at least 1. */
  readonly steps: number;
  /** The last rate; at least 0, and 0 if not given. */
  readonly minimum?: number | undefined;
}

/**
 * Half a cosine: η(t) = minimum + ½ (rate − minimum) (1 + cos(π t / steps)). From t = steps on the rate is
 * the minimum. Up to there this is PyTorch's `CosineAnnealingLR`, which goes up again after it.
 *
 * @throws RangeError or TypeError if a number is not what it should be
 * @see {@link https://arxiv.org/abs/1608.03983 | Loshchilov and Hutter 2016}
 * @example
 * ```ts
 * import { cosine } from "spiralnet";
 *
 * const schedule = cosine(0.1, { steps: 1000, minimum: 0.02 });
 * [0, 500, 1000, 2000].map(schedule); // ≈ [0.1, 0.06, 0.02, 0.02]
 * ```
 */
export function cosine(rate: number, options: CosineOptions): Schedule {
  checkNonNegative("cosine: rate", rate);
  checkOptions("cosine", options, ["steps", "minimum"]);
  const { steps, minimum = 0 } = options;
  checkInteger("cosine: steps", steps, 1);
  checkNonNegative("cosine: minimum", minimum);
  return checkingStep("cosine", (step) => annealed(rate, minimum, step / steps));
}

/** From one rate to another along half a cosine, of which `part` is done; 1 is the end. */
export function annealed(from: number, to: number, part: number): number {
  return to + 0.5 * (from - to) * (1 + Math.cos(Math.PI * Math.min(part, 1)));
}
