import { checkInteger } from "../errors/number.js";
import { checkRandom } from "../random/check-random.js";
import type { RandomState } from "../random/random-state.js";

/** Throws unless an initializer got two widths and, last, a generator. */
export function checkArguments(
  operation: string,
  inputs: unknown,
  outputs: unknown,
  random: unknown,
): asserts random is RandomState {
  checkInteger(`${operation}: inputs`, inputs, 0);
  checkInteger(`${operation}: outputs`, outputs, 0);
  checkRandom(operation, random);
}
