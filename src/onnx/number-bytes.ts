import { checkFinite } from "../errors/number.js";

/** The type of a model's numbers. */
export type NumberType = "float32" | "float64";

/** The bytes that a number takes. */
export const BYTES: Readonly<Record<NumberType, number>> = { float32: 4, float64: 8 };

/**
 * Numbers as bytes, the lowest first. Throws if one is not finite, or becomes infinite.
 *
 * @param placeOf - what an error calls the number at an index
 */
export function numberBytes(
  numbers: Float64Array,
  dtype: NumberType,
  placeOf: (index: number) => string,
): Uint8Array {
  const wrong = numbers.findIndex((value) => !Number.isFinite(rounded(value, dtype)));
  if (wrong >= 0) checkFits(placeOf(wrong), numbers[wrong], dtype);
  const size = BYTES[dtype];
  const view = new DataView(new ArrayBuffer(numbers.length * size));
  numbers.forEach((value, i) => {
    if (dtype === "float32") view.setFloat32(i * size, value, true);
    else view.setFloat64(i * size, value, true);
  });
  return new Uint8Array(view.buffer);
}

/**
 * Throws unless `value` is a number that becomes neither infinite nor 0. One that stands alone may be what
 * keeps a layer from a division by 0.
 */
export function checkFits(place: string, value: unknown, dtype: NumberType): asserts value is number {
  checkFinite(place, value);
  const result = rounded(value, dtype);
  if (Number.isFinite(result) && (result !== 0 || value === 0)) return;
  throw new RangeError(`${place} is ${value}; expected a number that float32 can hold`);
}

function rounded(value: number, dtype: NumberType): number {
  return dtype === "float32" ? Math.fround(value) : value;
}
