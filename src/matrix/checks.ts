import { NonFiniteError } from "../errors/non-finite-error.js";
import { type Shape, ShapeError } from "../errors/shape-error.js";
import { allFinite } from "../kernels/all-finite.js";
import { checkSameShape } from "./check-same-shape.js";
import { isStored, notStored } from "./check-stored.js";
import type { Matrix } from "./matrix.js";
import { placeOf } from "./place-of.js";

/** Whether `value` is a matrix of any copy of the package that holds its numbers. */
export function isMatrix(value: unknown): value is Matrix {
  return isStored(value);
}

/** Throws a TypeError that says what is wrong, unless `value` is a matrix that holds its numbers. */
export function checkMatrix(place: string, value: unknown): asserts value is Matrix {
  if (!isStored(value)) notStored(place, value);
}

/** Throws unless x is a matrix, and one with `cols` columns if that is given. */
export function checkColumns(operation: string, x: unknown, cols: number | undefined): asserts x is Matrix {
  checkMatrix(`${operation}: x`, x);
  if (cols === undefined || x.cols === cols) return;
  const problem = `x has ${x.cols} columns, the layer takes ${cols}`;
  throw new ShapeError(operation, x.shape, [x.rows, cols], problem, ["x", "what it takes"]);
}

/** Throws unless x is a matrix of finite numbers, and one with `cols` columns if that is given. */
export function checkInput(operation: string, x: unknown, cols?: number): asserts x is Matrix {
  checkColumns(operation, x, cols);
  checkAllFinite(operation, "x", x);
}

/** Throws if an element is NaN or infinite, and says which. */
export function checkAllFinite(operation: string, name: string, x: Matrix): void {
  if (!allFinite(x.data)) checkEachFinite(operation, name, x);
}

/** Throws unless `value` is a matrix of finite numbers. */
export function checkFiniteMatrix(operation: string, name: string, value: unknown): asserts value is Matrix {
  checkMatrix(`${operation}: ${name}`, value);
  checkAllFinite(operation, name, value);
}

/** Throws if an element of what was computed is NaN or infinite, and says which. */
export function checkResult(operation: string, name: string, x: Matrix): void {
  if (allFinite(x.data)) return;
  const index = x.data.findIndex((value) => !Number.isFinite(value));
  throw new NonFiniteError(`${operation}: ${placeOf(name, x, index)} is ${x.data[index]}`);
}

/** Does what checkAllFinite does one element after the other, without the kernels. */
export function checkEachFinite(operation: string, name: string, x: Matrix): void {
  const index = x.data.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  const place = placeOf(name, x, index);
  throw new RangeError(`${operation}: ${place} is ${x.data[index]}; expected finite numbers`);
}

/** Throws unless `gradient` is a matrix with the shape of what `forward` returned. */
export function checkGradient(operation: string, gradient: unknown, output: Shape): void {
  checkMatrix(`${operation}: gradient`, gradient);
  checkSameShape(operation, gradient.shape, output, ["the gradient", "what forward returned"]);
}
