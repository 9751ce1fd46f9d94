import { Matrix } from "../index.js";

/** How large an input is, in an order of the check's own. All numbers are at least 1. */
export type Size = readonly [number, number, number];

/** Makes the numbers of an input, by name and shape. `tidy` makes numbers that fit of any. */
export type Draw = (name: string, rows: number, cols: number, tidy?: (numbers: Matrix) => Matrix) => Matrix;

/** The numbers of an input, by name, in the order in which they are asked for. */
export type Numbers = Readonly<Record<string, Matrix>>;

/** A source that gives the same numbers whenever asked, each time as a copy, and remembers them. */
export function remembering(source: Draw): { draw: Draw; numbers: Numbers } {
  const numbers: Record<string, Matrix> = {};
  const draw: Draw = (name, rows, cols, tidy = (any) => any) => {
    numbers[name] ??= tidy(source(name, rows, cols));
    return (numbers[name] as Matrix).copy();
  };
  return { draw, numbers };
}

/** A source of numbers that are known; ones for names that are not. */
export function drawFrom(numbers: Numbers): Draw {
  return (name, rows, cols) => numbers[name] ?? Matrix.full(rows, cols, 1);
}

/** A matrix of another shape with the same elements, as far as they go, and then from the start again. */
export function resized(matrix: Matrix, rows: number, cols: number): Matrix {
  return Matrix.zeros(rows, cols).map((_, i, j) => matrix.get(i % matrix.rows, j % matrix.cols));
}
