import { checkFinite, checkInteger, checkList } from "../errors/number.js";
import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { Matrix } from "./matrix.js";

/** A matrix from a list of rows of equal length. */
export function fromRows(rows: readonly (readonly number[])[]): Matrix {
  if (!Array.isArray(rows)) wrongType("fromRows: rows", rows, "an array of arrays");
  const cols = rows[0]?.length ?? 0;
  const dense = Array.from(rows, (row, i) => {
    if (!Array.isArray(row)) wrongType(`fromRows: row ${i}`, row, "an array");
    if (row.length !== cols) {
      throw new ShapeError("fromRows", [1, cols], [1, row.length], "rows must have the same length", [
        "row 0",
        `row ${i}`,
      ]);
    }
    return Array.from(row, (value, j) => checkedNumber("fromRows", `row ${i}, column ${j}`, value));
  });
  return new Matrix(rows.length, cols, Float64Array.from(dense.flat()));
}

/** A matrix from its elements, row after row. The elements are copied. */
export function fromArray(values: ArrayLike<number>, rows: number, cols: number): Matrix {
  checkList("fromArray: values", values, "an array of numbers");
  const numbers = Array.from(values, (value, i) => checkedNumber("fromArray", `element ${i}`, value));
  return new Matrix(rows, cols, Float64Array.from(numbers));
}

/** NaN and the infinities are numbers too; a string or a hole is not, and is not made one. */
export function checkedNumber(operation: string, place: string, value: unknown): number {
  if (typeof value === "number") return value;
  wrongType(`${operation}: ${place}`, value, "a number");
}

/** `count` evenly spaced numbers from start to stop, both included, in a row; NumPy's rounding. */
export function linspace(start: number, stop: number, count: number): Matrix {
  checkFinite("linspace: start", start);
  checkFinite("linspace: stop", stop);
  checkFinite("linspace: stop - start", stop - start);
  checkInteger("linspace: count", count, 0);
  const row = Matrix.zeros(1, count);
  const step = (stop - start) / (count - 1);
  for (let i = 0; i < count; i++) row.data[i] = i === 0 ? start : i * step + start;
  if (count > 1) row.data[count - 1] = stop;
  return row;
}

/** Zeros, but for a 1 in each row where its label says. */
export function oneHot(labels: ArrayLike<number>, classes: number): Matrix {
  checkList("oneHot: labels", labels);
  checkInteger("oneHot: classes", classes, 0);
  const { length } = labels;
  const out = Matrix.zeros(length, classes);
  for (let i = 0; i < length; i++) {
    const label = labels[i];
    checkInteger(`oneHot: labels[${i}]`, label, 0, classes - 1);
    out.data[i * classes + label] = 1;
  }
  return out;
}
