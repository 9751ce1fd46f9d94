import { checkList } from "../errors/list.js";
import { checkInteger } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";
import { type Matrix, type RequireEqual, ShapeError } from "../index.js";
import { checkFiniteMatrix } from "./finite-matrix.js";

/** Points in the plane with a class each, such as `spiral()` makes. */
export interface PointsInPlane<C extends number = number> {
  /** One point a row: column 0 goes to the right, column 1 up. */
  readonly x: Matrix<number, C> & RequireEqual<C, 2, `x has ${C} columns, a point in a plane has 2`>;
  /** The class of each point, from 0. */
  readonly y: ArrayLike<number>;
}

/**
 * The data as they came. Throws unless they are points with finite coordinates and a label each; `labelsOf`
 * checks the labels.
 */
export function checkPoints(operation: string, data: unknown): PointsInPlane<2> {
  if (typeof data !== "object" || data === null || !("x" in data || "y" in data)) {
    wrongType(`${operation}: data`, data, "an object with x and y");
  }
  const { x, y } = data as Partial<PointsInPlane<2>>;
  checkFiniteMatrix(operation, "x", x);
  const { rows, cols } = x as Matrix;
  if (cols !== 2) {
    const problem = `x has ${cols} columns, a point in a plane has 2`;
    throw new ShapeError(operation, [rows, cols], [rows, 2], problem, ["x", "what it takes"]);
  }
  checkList(`${operation}: y`, y, "an array of integers");
  if (y.length !== rows) {
    const problem = "one label is needed for each point";
    throw new ShapeError(operation, [rows, cols], [y.length, 1], problem, ["x", "y"]);
  }
  return { x, y };
}

/**
 * A copy of the labels. Throws unless each is an integer from 0, and less than the number of classes if that
 * is known.
 */
export function labelsOf(operation: string, y: ArrayLike<number>, classes?: number): number[] {
  const highest = classes === undefined ? undefined : classes - 1;
  return Array.from({ length: y.length }, (_, i) => {
    const label = y[i];
    checkInteger(`${operation}: y[${i}]`, label, 0, highest);
    return label;
  });
}

/** The coordinates of all points along one axis: column 0 or 1. */
export function coordinates(x: Matrix, column: 0 | 1): number[] {
  return Array.from({ length: x.rows }, (_, i) => x.data[2 * i + column] as number);
}

/** The number of classes if each label from 0 to the highest is one. */
export function classCount(labels: readonly number[]): number {
  return labels.reduce((highest, label) => Math.max(highest, label), -1) + 1;
}
