import { isClass, wrongType } from "./wrong.js";

/** Throws unless `value` is a function. A class is none, since it can't be called without `new`. */
export function checkFunction(
  place: string,
  value: unknown,
  expected = "a function",
): asserts value is (...args: never[]) => unknown {
  if (typeof value !== "function" || isClass(value)) wrongType(place, value, expected);
}

/** Throws unless `value` is true or false. */
export function checkBoolean(place: string, value: unknown): asserts value is boolean {
  if (typeof value !== "boolean") wrongType(place, value, "true or false");
}
