import type { Matrix } from "../matrix/matrix.js";

/** Points with a class each. */
export interface LabeledPoints<Features extends number = 2> {
  /** One point a row. */
  readonly x: Matrix<number, Features>;
  /** The class of each point, from 0. */
  readonly y: Int32Array;
}
