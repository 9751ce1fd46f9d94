import { Matrix } from "spiralnet";

/** A matrix, or anything with numbers in it. */
export type Numbers = Matrix | number | ArrayLike<number> | readonly (readonly number[])[];

/** All numbers, one after the other. */
export function flat(numbers: Numbers): number[] {
  if (typeof numbers === "number") return [numbers];
  if (numbers instanceof Matrix) return Array.from(numbers.data);
  return Array.from(numbers as ArrayLike<number | number[]>).flat();
}

/**
 * The largest |a - b| / max(1e-300, |a|, |b|) of two lists of equal length, NaN where one holds a NaN. Below
 * `floor` differences count as they are: |a - b| / floor.
 */
export function distance(actual: Numbers, expected: Numbers, floor = 1e-300): number {
  const [left, right] = [flat(actual), flat(expected)];
  if (left.length !== right.length) return Number.POSITIVE_INFINITY;
  const errors = left.map((a, i) => {
    const b = right[i] as number;
    return a === b ? 0 : Math.abs(a - b) / Math.max(floor, Math.abs(a), Math.abs(b));
  });
  return errors.reduce((worst, error) => Math.max(worst, error), 0);
}
