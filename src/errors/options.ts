import { wrongType } from "./wrong.js";

/** Throws unless `options` is a plain object whose keys are all among `known`: a misspelt option is never ignored. */
export function checkOptions(place: string, options: unknown, known: readonly string[]): void {
  if (!isPlain(options)) wrongType(`${place}: options`, options, `a plain object with ${known.join(", ")}`);
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new TypeError(`${place}: unknown option "${key}"; expected ${known.join(", ")}`);
    }
  }
}

/** Whether a value is an object made by `{}`, in whatever realm: no list, Promise, Date or other object of a class. */
function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
