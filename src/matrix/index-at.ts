import { checkInteger } from "../errors/number.js";

/** Element `i` of a list of indices. Throws unless it is an integer from 0 to `count` - 1. */
export function indexAt(place: string, indices: ArrayLike<unknown>, i: number, count: number): number {
  const index = indices[i];
  // The name of the element is made only if it is needed.
  if (!(Number.isInteger(index) && (index as number) >= 0 && (index as number) < count)) {
    checkInteger(`${place}[${i}]`, index, 0, count - 1);
  }
  return index as number;
}
