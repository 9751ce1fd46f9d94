import { allFinite } from "../kernels/all-finite.js";
import type { Matrix } from "../matrix/matrix.js";
import { type Shape, ShapeError } from "../matrix/shape-error.js";
import { show } from "./number.js";

/** Whether a value has the parts of a matrix; not `instanceof`, which fails between two copies of a package. */
export function isMatrix(value: unknown): value is Matrix {
  return (value as Matrix | undefined)?.data instanceof Float64Array;
}

/** Throws unless `value` is a matrix. */
export function checkMatrix(place: string, value: unknown): asserts value is Matrix {
  if (!isMatrix(value)) throw new TypeError(`${place} is ${show(value)}; expected a Matrix`);
}

/** Throws unless x is a matrix of finite numbers with `cols` columns (any number where that is not given). */
export function checkInput(operation: string, x: unknown, cols: number | undefined): asserts x is Matrix {
  checkMatrix(`${operation}: x`, x);
  if (cols !== undefined && x.cols !== cols) {
    const problem = `x has ${x.cols} columns, the layer takes ${cols}`;
    throw new ShapeError(operation, x.shape, [x.rows, cols], problem, ["x", "what it takes"]);
  }
  checkAllFinite(operation, "x", x);
}

/** Throws where an element is NaN or infinite, and says which. */
export function checkAllFinite(operation: string, name: string, x: Matrix): void {
  if (allFinite(x.data)) return;
  const index = x.data.findIndex((value) => !Number.isFinite(value));
  const place = `${name}[${Math.floor(index / x.cols)}, ${index % x.cols}]`;
  throw new RangeError(`${operation}: ${place} is ${x.data[index]}; expected finite numbers`);
}

/** Throws unless two shapes are the same; `sides` says what they are the shapes of. */
export function checkSameShape(
  operation: string,
  left: Shape,
  right: Shape,
  sides: readonly [left: string, right: string],
): void {
  if (left[0] === right[0] && left[1] === right[1]) return;
  throw new ShapeError(operation, left, right, "they must be the same", sides);
}

/** Throws unless `gradient` is a matrix of the shape of what `forward` returned. */
export function checkGradient(operation: string, gradient: unknown, output: Shape): void {
  checkMatrix(`${operation}: gradient`, gradient);
  checkSameShape(operation, gradient.shape, output, ["the gradient", "what forward returned"]);
}
