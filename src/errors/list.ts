import { isDetached, typedArrayName } from "./typed-array.js";
import { wrongType } from "./wrong.js";

/** Whether a value is an array or a typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || typedArrayName(value) !== undefined;
}

/** Throws unless `value` is an array or a typed array that still has its numbers. */
export function checkList(
  place: string,
  value: unknown,
  expected = "an array",
): asserts value is ArrayLike<unknown> {
  if (!isList(value)) wrongType(place, value, expected);
  if (value.length === 0 && ArrayBuffer.isView(value) && isDetached(value)) {
    throw new TypeError(
      `${place} is empty since its numbers were transferred to another thread; expected ${expected}`,
    );
  }
}
