import { type Shape, ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { allFinite } from "../kernels/all-finite.js";
import type { Matrix } from "./matrix.js";

/** Whether a value has the parts of a matrix; not `instanceof`, which fails between two copies of a package. */
export function isMatrix(value: unknown): value is Matrix {
  return (value as Matrix | undefined)?.data instanceof Float64Array;
}

/** Throws unless `value` is a matrix. */
export function checkMatrix(place: string, value: unknown): asserts value is Matrix {
  if (!isMatrix(value)) wrongType(place, value, "a Matrix");
}

/** Throws unless x is a matrix with `cols` columns (any number where that is not given). */
export function checkColumns(operation: string, x: unknown, cols: number | undefined): asserts x is Matrix {
  checkMatrix(`${operation}: x`, x);
  if (cols === undefined || x.cols === cols) return;
  const problem = `x has ${x.cols} columns, the layer takes ${cols}`;
  throw new ShapeError(operation, x.shape, [x.rows, cols], problem, ["x", "what it takes"]);
}

/** Throws unless x is a matrix of finite numbers with `cols` columns (any number where that is not given). */
export function checkInput(operation: string, x: unknown, cols?: number): asserts x is Matrix {
  checkColumns(operation, x, cols);
  checkAllFinite(operation, "x", x);
}

/** Throws where an element is NaN or infinite, and says which. */
export function checkAllFinite(operation: string, name: string, x: Matrix): void {
  if (!allFinite(x.data)) checkEachFinite(operation, name, x);
}

/** The same, one element after the other: without the kernels. */
export function checkEachFinite(operation: string, name: string, x: Matrix): void {
  const index = x.data.findIndex((value) => !Number.isFinite(value));
  if (index < 0) return;
  const place = placeOf(name, x, index);
  throw new RangeError(`${operation}: ${place} is ${x.data[index]}; expected finite numbers`);
}

/** What the element that is stored at `index` is called in messages. */
export function placeOf(name: string, { cols }: Matrix, index: number): string {
  return `${name}[${Math.floor(index / cols)}, ${index % cols}]`;
}

/** Throws unless two shapes are the same; `sides` says what they are the shapes of, if not of the left and the right operand. */
export function checkSameShape(
  operation: string,
  left: Shape,
  right: Shape,
  sides?: readonly [left: string, right: string],
): void {
  if (left[0] === right[0] && left[1] === right[1]) return;
  throw new ShapeError(operation, left, right, "they must be the same", sides);
}

/** Throws unless `gradient` is a matrix of the shape of what `forward` returned. */
export function checkGradient(operation: string, gradient: unknown, output: Shape): void {
  checkMatrix(`${operation}: gradient`, gradient);
  checkSameShape(operation, gradient.shape, output, ["the gradient", "what forward returned"]);
}
