import { checkInteger, checkNonNegative } from "../errors/number.js";
import type { Schedule } from "./schedule.js";

/** The schedule, made to refuse what is no step. `name` is that of the function that made it. */
export function checkingStep(name: string, schedule: Schedule): Schedule {
  return (step) => {
    checkInteger(`${name}: step`, step, 0);
    return schedule(step);
  };
}

/** The learning rate that a schedule within another one gives. Throws unless it is one. */
export function rateOf(name: string, schedule: Schedule, step: number): number {
  const rate: unknown = schedule(step);
  checkNonNegative(`${name}: what the schedule returned for step ${step}`, rate);
  return rate;
}
