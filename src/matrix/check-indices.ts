import { checkList } from "../errors/list.js";
import { checkInteger } from "../errors/number.js";

/** Throws unless `indices` is a list of integers from 0 to `count` - 1. */
export function checkIndices(place: string, indices: unknown, count: number): void {
  checkList(place, indices, "an array of integers");
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    // The name of the element is made only if it is needed.
    if (!(Number.isInteger(index) && (index as number) >= 0 && (index as number) < count)) {
      checkInteger(`${place}[${i}]`, index, 0, count - 1);
    }
  }
}
