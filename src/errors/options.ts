import { wrongType } from "./wrong.js";

/** Throws unless `options` is a plain object whose keys are all among `known`, so that no misspelt one is ignored. `name` says what they are. */
export function checkOptions(
  place: string,
  options: unknown,
  known: readonly string[],
  name = "option",
): void {
  if (!isPlain(options)) wrongType(`${place}: ${name}s`, options, `a plain object with ${known.join(", ")}`);
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new TypeError(`${place}: unknown ${name} "${key}"; expected ${known.join(", ")}`);
    }
  }
}

/** Whether a value is a plain object of any realm, and not a list, a Promise, a Date or another object of a class. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
