import { checkInteger } from "../errors/number.js";
import type { Stored } from "../kernels/operand.js";
import { isDimension, MOST_ELEMENTS } from "./check-stored.js";

/** The longest list made here. Node ends the process, without an error, over one not much longer. */
const LONGEST_LIST = 2 ** 26;

/** Throws unless a list of `count` items can be made. */
export function checkCount(place: string, count: unknown, low = 0): asserts count is number {
  checkInteger(place, count, low, LONGEST_LIST);
}

/** Throws unless both dimensions are integers that a matrix can have. */
export function checkDimensions(operation: string, rows: unknown, cols: unknown): void {
  if (isDimension(rows) && isDimension(cols)) return;
  checkInteger(`${operation}: rows`, rows, 0, MOST_ELEMENTS);
  checkInteger(`${operation}: cols`, cols, 0, MOST_ELEMENTS);
}

/** A matrix of zeros. Throws if the dimensions are not those of a matrix. */
export function zeros(operation: string, rows: number, cols: number): Stored {
  checkDimensions(operation, rows, cols);
  return { rows, cols, data: allocated(operation, rows, cols, () => new Float64Array(rows * cols)) };
}

/** A matrix with the same numbers in memory of its own. */
export function copyOf(operation: string, { rows, cols, data }: Stored): Stored {
  return { rows, cols, data: allocated(operation, rows, cols, () => new Float64Array(data)) };
}

/**
 * What `allocate` makes for `rows` x `cols` elements. Throws a RangeError if they are too many, for us or for
 * the machine.
 */
export function allocated<T>(operation: string, rows: number, cols: number, allocate: () => T): T {
  const size = rows * cols;
  let cause: unknown;
  try {
    if (size <= MOST_ELEMENTS) return allocate();
  } catch (error) {
    cause = error;
  }
  throw new RangeError(
    `${operation}: ${rows} x ${cols} are ${size} elements; expected at most ${MOST_ELEMENTS} and no more than fit into memory`,
    { cause },
  );
}
