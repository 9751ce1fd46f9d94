import { checkInteger } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";
import { ShapeError } from "../index.js";
import { checkEachFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Agree } from "../matrix/shape-types.js";

/** Points in the plane with a class each, such as `spiral()` makes. */
export interface PointsInPlane<C extends number = number> {
  /** One point a row: column 0 goes to the right, column 1 up. */
  readonly x: Matrix<number, C> & Agree<C, 2, `x has ${C} columns, a point in a plane has 2`>;
  /** The class of each point, from 0. */
  readonly y: ArrayLike<number>;
}

/** The data as they came; throws unless these are points with finite coordinates, and a label each. */
export function checkPoints(operation: string, data: unknown): PointsInPlane<2> {
  if (typeof data !== "object" || data === null) {
    wrongType(`${operation}: data`, data, "an object with x and y");
  }
  const { x, y } = data as Partial<PointsInPlane<2>>;
  checkMatrix(`${operation}: x`, x);
  if ((x.cols as number) !== 2) {
    throw new ShapeError(
      operation,
      x.shape,
      [x.rows, 2],
      `x has ${x.cols} columns, a point in a plane has 2`,
      ["x", "what it takes"],
    );
  }
  checkEachFinite(operation, "x", x);
  if (typeof y !== "object" || y === null || !Number.isSafeInteger(y.length)) {
    wrongType(`${operation}: y`, y, "an array of integers");
  }
  if (y.length !== x.rows) {
    throw new ShapeError(operation, x.shape, [y.length, 1], "one label is needed for each point", ["x", "y"]);
  }
  return { x, y };
}

/** Throws unless each label is an integer from 0 to `classes` less 1, or any from 0 where there is no such number. */
export function checkClasses(operation: string, y: ArrayLike<number>, classes?: number): void {
  const highest = classes === undefined ? undefined : classes - 1;
  for (let i = 0; i < y.length; i++) checkInteger(`${operation}: y[${i}]`, y[i], 0, highest);
}

/** The coordinates of all points along one axis: column 0 or 1. */
export function coordinates(x: Matrix, column: 0 | 1): number[] {
  return Array.from({ length: x.rows }, (_, i) => x.data[2 * i + column] as number);
}

/** How many classes there are if each label from 0 to the highest is one. */
export function classCount(labels: ArrayLike<number>): number {
  let highest = -1;
  for (let i = 0; i < labels.length; i++) highest = Math.max(highest, labels[i] as number);
  return highest + 1;
}
