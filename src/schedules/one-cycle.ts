import { checkFraction } from "../errors/fraction.js";
import { checkInteger, checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { checkingStep } from "./check-step.js";
import { annealed } from "./cosine.js";
import type { Schedule } from "./schedule.js";

/** How {@link oneCycle} goes up and down. */
export interface OneCycleOptions {
  /** How many steps both ways take together; at least 1. */
  readonly steps: number;
  /** The part of the steps that go up; from 0 to less than 1, and 0.3 if not given. */
  readonly warmup?: number | undefined;
  /** The rate of step 0; at least 0, and the largest rate / 25 if not given. */
  readonly from?: number | undefined;
  /** The last rate; at least 0, and the first one / 10 000 if not given. */
  readonly minimum?: number | undefined;
}

/**
 * Up and down again, along half a cosine each way: from `from` to `rate` in the first warmup · steps − 1
 * steps, then to `minimum` at step steps − 1, where the rate stays. A part p of the way from a to b is
 * b + ½ (a − b) (1 + cos(π p)). This is PyTorch's `OneCycleLR` with two phases, without its changes of the
 * momentum.
 *
 * @param rate - the largest rate
 * @throws RangeError or TypeError if a number is not what it should be
 * @see {@link https://arxiv.org/abs/1708.07120 | Smith and Topin 2017}
 * @example
 * ```ts
 * import { oneCycle } from "spiralnet";
 *
 * const schedule = oneCycle(0.5, { steps: 100 });
 * [0, 29, 99].map(schedule); // ≈ [0.02, 0.5, 0.000002]
 * ```
 */
export function oneCycle(rate: number, options: OneCycleOptions): Schedule {
  checkNonNegative("oneCycle: rate", rate);
  checkOptions("oneCycle", options, ["steps", "warmup", "from", "minimum"]);
  const { steps, warmup = 0.3, from = rate / 25 } = options;
  checkInteger("oneCycle: steps", steps, 1);
  checkFraction("oneCycle: warmup", warmup);
  checkNonNegative("oneCycle: from", from);
  const { minimum = from / 1e4 } = options;
  checkNonNegative("oneCycle: minimum", minimum);
  const peak = warmup * steps - 1;
  return checkingStep("oneCycle", (step) => {
    if (step < peak) return annealed(from, rate, step / peak);
    return annealed(rate, minimum, (step - peak) / (steps - 1 - peak));
  });
}
