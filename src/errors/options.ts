import { wrongType } from "./wrong.js";

/**
 * Throws unless `options` is a plain object whose keys are all among `known`, so that no misspelt option is
 * ignored.
 */
export function checkOptions(place: string, options: unknown, known: readonly string[]): void {
  if (!isPlain(options)) wrongType(`${place}: options`, options, `a plain object with ${known.join(", ")}`);
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new TypeError(`${place}: unknown option "${key}"; expected ${known.join(", ")}`);
    }
  }
}

/**
 * Whether a value is a plain object of any realm, and not a list, a Promise, a Date or another object of a
 * class.
 */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
