import { checkFunction } from "../errors/kind.js";
import { checkInteger } from "../errors/number.js";
import { checkingStep, rateOf } from "./check-step.js";
import type { Schedule } from "./schedule.js";

/**
 * One schedule for a number of steps, then another one from its step 0: η(t) = first(t) if t < steps, else
 * next(t − steps). A sequence may stand in another one, so that any number of schedules can follow each
 * other. This is PyTorch's `SequentialLR`.
 *
 * @throws RangeError or TypeError if `steps` is not an integer of at least 0, or a schedule is no function,
 * or gives no learning rate
 * @example
 * ```ts
 * import { constant, cosine, sequence } from "spiralnet";
 *
 * const schedule = sequence(constant(0.1), 500, cosine(0.1, { steps: 1000 }));
 * [0, 499, 500, 1000, 1500].map(schedule); // ≈ [0.1, 0.1, 0.1, 0.05, 0]
 * ```
 */
export function sequence(first: Schedule, steps: number, next: Schedule): Schedule {
  checkFunction("sequence: first", first, "a schedule");
  checkInteger("sequence: steps", steps, 0);
  checkFunction("sequence: next", next, "a schedule");
  return checkingStep("sequence", (step) =>
    step < steps ? rateOf("sequence", first, step) : rateOf("sequence", next, step - steps),
  );
}
