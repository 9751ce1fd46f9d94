import { wrongType } from "./wrong.js";

/** Throws unless `options` is an object whose keys are all among `known`: a misspelt option is never ignored. */
export function checkOptions(place: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null) {
    wrongType(`${place}: options`, options, `an object with ${known.join(", ")}`);
  }
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new TypeError(`${place}: unknown option "${key}"; expected ${known.join(", ")}`);
    }
  }
}
