import { isDetached, typedArrayName } from "../errors/typed-array.js";
import { show, wrongType } from "../errors/wrong.js";
import type { Stored } from "../kernels/operand.js";

/** What `Matrix` looks like to the checks, which don't import it. */
interface Candidate {
  readonly rows: unknown;
  readonly cols: unknown;
  readonly data: unknown;
  readonly matmul: unknown;
}

/**
 * Whether a value is a `Matrix` that holds its numbers. It may come from another copy of the package or
 * another realm, belong to a subclass or stand behind a Proxy: so this looks at its parts and not at its
 * class.
 */
export function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null) return false;
  const { rows, cols, data, matmul } = value as Candidate;
  return (
    isFloat64Array(data) &&
    isDimension(rows) &&
    isDimension(cols) &&
    data.length === rows * cols &&
    (data.length > 0 || !isDetached(data)) &&
    typeof matmul === "function"
  );
}

/**
 * Throws a TypeError that says what is wrong, unless `value` is a matrix. `name` is what the operation calls
 * the value.
 */
export function checkStored(
  operation: string,
  value: unknown,
  name = "the matrix",
  expected?: string,
): asserts value is Stored {
  if (!isStored(value)) notStored(`${operation}: ${name}`, value, expected);
}

/** Throws the TypeError for a value that is no usable matrix. */
export function notStored(place: string, value: unknown, expected = "a Matrix"): never {
  if (!resemblesMatrix(value)) wrongType(place, value, expected);
  const { rows, cols, data } = value;
  throw new TypeError(
    `${place} has rows ${show(rows)}, cols ${show(cols)} and data ${show(data)}; expected ${expected}, ` +
      "made with new Matrix(rows, cols, data), not transferred away",
  );
}

/** Whether a value has the fields of a matrix, whatever they hold. */
export function resemblesMatrix(value: unknown): value is Candidate {
  return typeof value === "object" && value !== null && "rows" in value && "cols" in value && "data" in value;
}

export function isFloat64Array(value: unknown): value is Float64Array {
  return typedArrayName(value) === "Float64Array";
}

/** No engine makes longer typed arrays today. */
export const MOST_ELEMENTS = 2 ** 32;

export function isDimension(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_ELEMENTS;
}
