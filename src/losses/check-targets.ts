import { checkList } from "../errors/list.js";
import { checkNonNegative } from "../errors/number.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import { placeOf } from "../matrix/place-of.js";

/** Throws unless outputs and targets are matrices of one shape and of finite numbers. */
export function checkTargets(operation: string, outputs: Matrix, targets: Matrix, name = "outputs"): void {
  checkMatrix(`${operation}: ${name}`, outputs);
  checkMatrix(`${operation}: targets`, targets);
  checkSameShape(operation, outputs.shape, targets.shape, [name, "targets"]);
  checkAllFinite(operation, name, outputs);
  checkAllFinite(operation, "targets", targets);
}

/** Throws unless the targets are weights of at least 0, or what else `check` says, for outputs of their shape. */
export function checkProbabilities(
  operation: string,
  outputs: Matrix,
  targets: Matrix,
  name: string,
  check: Check = checkNonNegative,
): void {
  checkTargets(operation, outputs, targets, name);
  checkEach(targets.data, (i) => `${operation}: ${placeOf("targets", targets, i)}`, check);
}

/** Throws unless each column of the outputs has a weight, which is finite and at least 0. */
export function checkWeights(
  operation: string,
  name: string,
  weights: ArrayLike<number>,
  { cols }: Matrix,
): void {
  checkList(`${operation}: ${name}`, weights, "an array of numbers");
  checkSameShape(operation, [1, weights.length], [1, cols], [name, "a row of outputs"]);
  checkEach(weights, (j) => `${operation}: ${name}[${j}]`, checkNonNegative);
}

/** Throws unless a value is what it should be. */
type Check = (place: string, value: unknown) => void;

function checkEach(list: ArrayLike<number>, place: (i: number) => string, check: Check): void {
  for (let i = 0; i < list.length; i++) {
    const value = list[i] as number;
    // Most are right at a glance: the place is put into words only for the others.
    if (!(Number.isFinite(value) && value >= 0 && value <= 1)) check(place(i), value);
  }
}
