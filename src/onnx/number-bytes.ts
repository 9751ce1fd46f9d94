import { checkFinite } from "../errors/number.js";

/** The type of a model's numbers. */
export type NumberType = "float32" | "float64";

/** The bytes that a number takes. */
export const BYTES: Readonly<Record<NumberType, number>> = { float32: 4, float64: 8 };

/**
 * Numbers as bytes, the lowest first. Throws if the type can't hold one.
 *
 * @param placeOf - what an error calls the number at an index
 */
export function numberBytes(
  numbers: Float64Array,
  dtype: NumberType,
  placeOf: (index: number) => string,
): Uint8Array {
  const wrong = numbers.findIndex((value) => !fits(value, dtype));
  if (wrong >= 0) checkFits(placeOf(wrong), numbers[wrong], dtype);
  const size = BYTES[dtype];
  const view = new DataView(new ArrayBuffer(numbers.length * size));
  numbers.forEach((value, i) => {
    if (dtype === "float32") view.setFloat32(i * size, value, true);
    else view.setFloat64(i * size, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** Throws unless `value` is a number that the type can hold. `place` says what it is. */
export function checkFits(place: string, value: unknown, dtype: NumberType): asserts value is number {
  checkFinite(place, value);
  if (!fits(value, dtype)) {
    throw new RangeError(`${place} is ${value}; expected a number that float32 can hold`);
  }
}

function fits(value: number, dtype: NumberType): boolean {
  return Number.isFinite(dtype === "float32" ? Math.fround(value) : value);
}
