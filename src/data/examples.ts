import { checkList } from "../errors/list.js";
import { ShapeError } from "../errors/shape-error.js";
import { isList } from "../errors/typed-array.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import { checkStored } from "../matrix/check-stored.js";
import { checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";

/** What a model is to predict: the class of each row, in an array of integers, or a row of numbers. */
export type AnyTargets = ArrayLike<number> | Matrix;

/** Inputs, and what a model is to predict from them. */
export interface Examples<Targets extends AnyTargets = ArrayLike<number>, Features extends number = number> {
  /** One example a row. */
  readonly x: Matrix<number, Features>;
  /** The target of each row: a label, or a row of a matrix. */
  readonly y: Targets;
}

/**
 * The type of some of the targets. A matrix keeps its columns and a typed array its kind; any other array gives
 * a plain one.
 */
export type SomeOf<Targets> =
  Targets extends Matrix<number, infer C>
    ? Matrix<number, C>
    : Targets extends readonly number[]
      ? number[]
      : Targets;

/** Throws unless `data` has a matrix x, with at least one row, and a target for each row in y. */
export function checkExamples(operation: string, data: unknown): asserts data is Examples<AnyTargets> {
  if (typeof data !== "object" || data === null) wrongType(`${operation}: data`, data, "an object { x, y }");
  const { x, y } = data as { readonly x: unknown; readonly y: unknown };
  checkMatrix(`${operation}: x`, x);
  if (isList(y)) {
    checkList(`${operation}: y`, y);
    checkLength(operation, x, [y.length, 1], "label");
    for (let i = 0; i < y.length; i++) {
      if (!Number.isSafeInteger(y[i])) wrongNumber(`${operation}: y[${i}]`, y[i], LABEL);
    }
  } else {
    checkStored(operation, y, "y", "an array of integers or a Matrix");
    checkLength(operation, x, [y.rows, y.cols], "row of y");
  }
  if (x.rows === 0) wrongNumber(`${operation}: the number of examples`, 0, "at least 1");
}

const LABEL = "an integer, the class of the row; numbers to predict go into a Matrix";

function checkLength(operation: string, x: Matrix, y: readonly [number, number], target: string): void {
  if (x.rows === y[0]) return;
  throw new ShapeError(operation, x.shape, y, `one ${target} is needed for each row of x`, ["x", "y"]);
}

/** The examples at distinct indices, in the order of these, copied. */
export function selectExamples<Targets extends AnyTargets, Features extends number>(
  { x, y }: Examples<Targets, Features>,
  indices: readonly number[],
): Examples<SomeOf<Targets>, Features> {
  const some = isList(y) ? selectLabels(y, indices) : y.selectRows(indices);
  return { x: x.selectRows(indices), y: some as SomeOf<Targets> };
}

/** The examples that are kept for training, and those that are held out, both in the given order of the rows. */
export function divided<Targets extends AnyTargets, Features extends number>(
  data: Examples<Targets, Features>,
  order: readonly number[],
  isHeldOut: (row: number) => boolean,
): [kept: Examples<SomeOf<Targets>, Features>, heldOut: Examples<SomeOf<Targets>, Features>] {
  const kept = order.filter((row) => !isHeldOut(row));
  return [selectExamples(data, kept), selectExamples(data, order.filter(isHeldOut))];
}

function selectLabels(y: ArrayLike<number>, indices: readonly number[]): ArrayLike<number> {
  const label = (index: number) => y[index] as number;
  if (!ArrayBuffer.isView(y)) return indices.map(label);
  // `map` makes an array of the same class, of any realm; `slice` of a Node Buffer would share its memory.
  return (y as Int32Array).subarray(0, indices.length).map((_, i) => label(indices[i] as number));
}
