import { wrongNumber } from "./wrong.js";

/** Throws unless `value` is from 0 to less than 1. */
export function checkFraction(place: string, value: unknown): asserts value is number {
  if (typeof value !== "number" || !(value >= 0 && value < 1)) {
    wrongNumber(place, value, "a number from 0 to less than 1");
  }
}
