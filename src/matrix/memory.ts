import { checkInteger } from "../errors/number.js";
import type { Stored } from "../kernels/operand.js";
import { isDimension } from "./check-stored.js";

/** No engine makes longer typed arrays today. */
const MOST_ELEMENTS = 2 ** 32;

/** Node ends the process, without an error, when it makes a longer list of numbers. */
const LONGEST_LIST = 2 ** 27;

/** Throws unless both dimensions are integers of at least 0. */
export function checkDimensions(operation: string, rows: unknown, cols: unknown): void {
  if (isDimension(rows) && isDimension(cols)) return;
  checkInteger(`${operation}: rows`, rows, 0);
  checkInteger(`${operation}: cols`, cols, 0);
}

/** A matrix of zeros. */
export function zeros(operation: string, rows: number, cols: number): Stored {
  return { rows, cols, data: allocated(operation, rows, cols, () => new Float64Array(rows * cols)) };
}

/** A matrix with the same numbers in memory of its own. */
export function copyOf(operation: string, { rows, cols, data }: Stored): Stored {
  return { rows, cols, data: allocated(operation, rows, cols, () => new Float64Array(data)) };
}

/** What `allocate` makes for `rows` x `cols` elements. Throws a RangeError if they are too many, for us or for the machine. */
export function allocated<T>(operation: string, rows: number, cols: number, allocate: () => T): T {
  const size = rows * cols;
  const elements = () => `${operation}: ${rows} x ${cols} are ${size} elements`;
  if (size > MOST_ELEMENTS) throw new RangeError(`${elements()}; expected at most ${MOST_ELEMENTS}`);
  try {
    return allocate();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new RangeError(`${elements()}, more than fit into memory; expected fewer`, { cause });
  }
}

/** Throws if a list of `length` would be too long. */
export function checkListLength(operation: string, length: number): void {
  if (length <= LONGEST_LIST) return;
  throw new RangeError(
    `${operation}: the list would have ${length} elements; expected at most ${LONGEST_LIST}`,
  );
}
