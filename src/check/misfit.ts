import { show } from "../errors/wrong.js";
import type { Matrix } from "../index.js";
import type { DifferenceKind } from "./difference-kind.js";

/** Thrown if homework fails, or gives something that is not of its kind: there is nothing to compare. */
export class Misfit extends Error {
  constructor(
    readonly what: DifferenceKind,
    readonly place: string,
    readonly actual: string,
    readonly expected: string,
    message = `${place} is ${actual}; expected ${expected}`,
  ) {
    super(message);
  }
}

/** What was thrown, as a Misfit. */
export function misfitOf(place: string, error: unknown): Misfit {
  if (error instanceof Misfit) return error;
  const { name, message } = Object(error) as Error;
  const actual = message === undefined ? show(error) : `${name}: ${message}`;
  return new Misfit("error", place, actual, "no error", `${place} throws ${actual}`);
}

/** What a function of the homework returns. What it throws is told with the name of the function. */
export function calling<Result>(place: string, f: () => Result): Result {
  try {
    return f();
  } catch (error) {
    throw misfitOf(place, error);
  }
}

/** Throws the Misfit for a value that is not of its kind. */
export function wrongKind(place: string, value: unknown, expected: string): never {
  throw new Misfit("kind", place, show(value), expected);
}

/** Whether a value is a matrix, of any copy of the package and of any realm. */
export function isMatrix(value: unknown): value is Matrix {
  const { data, matmul } = Object(value) as Partial<Matrix>;
  return ArrayBuffer.isView(data) && typeof matmul === "function";
}

/** Throws a Misfit unless a value is a matrix. */
export function matrixFrom(place: string, value: unknown): Matrix {
  if (!isMatrix(value)) wrongKind(place, value, "a Matrix");
  return value;
}
