import { isDetached, typedArrayName } from "../errors/typed-array.js";
import { wrongType } from "../errors/wrong.js";
import type { Matrix } from "../index.js";

/** Throws unless `value` is a matrix that has its numbers. */
export function checkNumbers(place: string, value: unknown): asserts value is Matrix {
  const { rows, cols, data } = Object(value) as Partial<Matrix>;
  const isMatrix =
    typedArrayName(data) === "Float64Array" &&
    Number.isSafeInteger(rows) &&
    Number.isSafeInteger(cols) &&
    !isDetached(data as Float64Array) &&
    (rows as number) * (cols as number) === data?.length;
  if (!isMatrix) wrongType(place, value, "a number, or a Matrix that still has its numbers");
}

/** Throws unless `shape` is one of so many numbers. */
export function checkShape(place: string, shape: unknown, count: number): void {
  const isShape = Array.isArray(shape) && shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  if (isShape && shape.reduce((product, size) => product * size, 1) === count) return;
  wrongType(`${place}: shape`, isShape ? `[${shape}]` : shape, `the shape of ${count} numbers`);
}
