import { wrongNumber } from "./wrong.js";

/** Throws unless `value` is a number other than NaN and the infinities. `place` says what the value is. */
export function checkFinite(place: string, value: unknown): asserts value is number {
  if (!Number.isFinite(value)) wrongNumber(place, value, "a finite number");
}

/** Throws unless `value` is finite and at least 0. */
export function checkNonNegative(place: string, value: unknown): asserts value is number {
  if (!(Number.isFinite(value) && (value as number) >= 0))
    wrongNumber(place, value, "a finite number of at least 0");
}

/** Throws unless `value` is finite and more than 0. */
export function checkPositive(place: string, value: unknown): asserts value is number {
  if (!(Number.isFinite(value) && (value as number) > 0))
    wrongNumber(place, value, "a finite number above 0");
}

/** Throws unless `value` is a number from 0 to 1. */
export function checkShare(place: string, value: unknown): asserts value is number {
  if (!(Number.isFinite(value) && (value as number) >= 0 && (value as number) <= 1))
    wrongNumber(place, value, "a number from 0 to 1");
}

/** Throws unless `value` is an integer from `low` to `high`, both included. */
export function checkInteger(
  place: string,
  value: unknown,
  low: number,
  high: number = Number.MAX_SAFE_INTEGER,
): asserts value is number {
  if (Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high) return;
  if (high < low) wrongNumber(place, value, "none: there is nothing to choose from");
  const isBounded = high < Number.MAX_SAFE_INTEGER;
  wrongNumber(
    place,
    value,
    isBounded ? `an integer from ${low} to ${high}` : `a safe integer of at least ${low}`,
  );
}
