import { show } from "../errors/wrong.js";
import type { Matrix } from "../index.js";
import type { DifferenceKind } from "./difference-kind.js";

/** Something that homework and library should agree on. */
export interface Fact {
  /** What it is if they differ. */
  readonly what: DifferenceKind;
  /** What messages call it. */
  readonly name: string;
  readonly value: Matrix | number;
  /** The name of the input that it is the derivative by, if it is one. */
  readonly of?: string;
}

/** What came out, in order, until something failed. */
export interface Observed {
  readonly facts: readonly Fact[];
  readonly failure?: Failure | undefined;
}

/** Why homework gave nothing to compare. */
export interface Failure {
  readonly what: DifferenceKind;
  readonly place: string;
  readonly actual: string;
  readonly expected: string;
}

/** Thrown if what homework gives is not of its kind. */
export class Misfit extends Error {
  constructor(readonly failure: Failure) {
    super(failure.place);
  }
}

/** Throws the Misfit for a value that is not of its kind. */
export function misfit(place: string, value: unknown, expected: string): never {
  throw new Misfit({ what: "kind", place, actual: show(value), expected });
}

/** Collects facts. What homework throws is one of them. */
export function observe(facts: Iterable<Fact>): Observed {
  const found: Fact[] = [];
  try {
    for (const fact of facts) found.push(copied(fact));
    return { facts: found };
  } catch (error) {
    return { facts: found, failure: failureOf(error) };
  }
}

/** A fact as it is now, whatever happens to its matrix later. */
function copied(fact: Fact): Fact {
  const { value } = fact;
  return typeof value === "number" ? fact : { ...fact, value: value.copy() };
}

/** What homework threw, as a fact about it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Misfit) return error.failure;
  const { name, message } = Object(error) as Error;
  const actual = message !== undefined ? `${name}: ${message}` : show(error);
  return { what: "error", place: "it", actual, expected: "no error" };
}

/** What a function of the homework returns. What it throws is told with the name of the function. */
export function calling<Result>(place: string, f: () => Result): Result {
  try {
    return f();
  } catch (error) {
    throw new Misfit({ ...failureOf(error), place });
  }
}

/** Whether a value is a matrix, of any copy of the package. */
export function isMatrix(value: unknown): value is Matrix {
  const { rows, cols, data, matmul } = Object(value) as Partial<Matrix>;
  const isWhole =
    data instanceof Float64Array || Object.prototype.toString.call(data) === "[object Float64Array]";
  return isWhole && data?.length === (rows as number) * (cols as number) && typeof matmul === "function";
}

/** Throws a Misfit unless a value is a matrix. */
export function matrixFrom(place: string, value: unknown): Matrix {
  if (!isMatrix(value)) misfit(place, value, "a Matrix");
  return value;
}
