import { checkFunction } from "../errors/kind.js";
import { checkInteger, checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { checkingStep, rateOf } from "./check-step.js";
import type { Schedule } from "./schedule.js";

/** How {@link linearWarmup} goes up. */
export interface LinearWarmupOptions {
  /** How many steps the way up takes; at least 1. */
  readonly steps: number;
  /** The rate of step 0; at least 0, and a third of the rate at the end if not given. */
  readonly from?: number | undefined;
}

/**
 * A straight line up to a rate, or to the first rate of a schedule, which then goes on from its step 0: η(t)
 * = from + (rate − from) t / steps if t < steps, else schedule(t − steps). This is PyTorch's `LinearLR`, with
 * any other one after it in a `SequentialLR`.
 *
 * @param rate - the rate at the end, or the schedule after it
 * @throws RangeError or TypeError if a number is not what it should be
 * @see {@link https://arxiv.org/abs/1706.02677 | Goyal et al. 2017}
 * @example
 * ```ts
 * import { cosine, linearWarmup } from "spiralnet";
 *
 * const constantAfterwards = linearWarmup(0.1, { steps: 100, from: 0.02 });
 * [0, 50, 100, 1100].map(constantAfterwards); // ≈ [0.02, 0.06, 0.1, 0.1]
 * const cosineAfterwards = linearWarmup(cosine(0.1, { steps: 1000 }), {
 *   steps: 100,
 *   from: 0.02,
 * });
 * [0, 50, 100, 1100].map(cosineAfterwards); // ≈ [0.02, 0.06, 0.1, 0]
 * ```
 */
export function linearWarmup(rate: number | Schedule, options: LinearWarmupOptions): Schedule {
  if (typeof rate === "number") checkNonNegative("linearWarmup: rate", rate);
  else checkFunction("linearWarmup: rate", rate, "a number or a schedule");
  const after = typeof rate === "number" ? () => rate : rate;
  const to = rateOf("linearWarmup", after, 0);
  checkOptions("linearWarmup", options, ["steps", "from"]);
  const { steps, from = to / 3 } = options;
  checkInteger("linearWarmup: steps", steps, 1);
  checkNonNegative("linearWarmup: from", from);
  return checkingStep("linearWarmup", (step) =>
    step < steps ? from + (to - from) * (step / steps) : rateOf("linearWarmup", after, step - steps),
  );
}
