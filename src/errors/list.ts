import { isDetached, isList } from "./typed-array.js";
import { wrongType } from "./wrong.js";

/** Throws unless `value` is an array or a typed array that still has its numbers. */
export function checkList(
  place: string,
  value: unknown,
  expected = "an array",
): asserts value is ArrayLike<unknown> {
  if (!isList(value)) wrongType(place, value, expected);
  if (ArrayBuffer.isView(value) && isDetached(value)) {
    wrongType(place, value, `${expected} that was not transferred to another thread`);
  }
}
