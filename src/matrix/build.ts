import { checkList } from "../errors/list.js";
import { checkFinite, checkInteger } from "../errors/number.js";
import { type Shape, ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import type { Stored } from "../kernels/operand.js";
import { checkIndices } from "./check-indices.js";
import { checkSameShape } from "./check-same-shape.js";
import { isFloat64Array } from "./check-stored.js";
import { checkDimensions, zeros } from "./memory.js";
import { placeOf } from "./place-of.js";

/** Throws unless a matrix can be made of these parts. */
export function checkParts(rows: number, cols: number, data: Float64Array): void {
  if (!isFloat64Array(data)) wrongType("Matrix: data", data, "a Float64Array");
  checkSize("Matrix", rows, cols, [1, data.length]);
}

/** Throws unless rows and cols are those of a matrix with as many elements as are given. */
export function checkSize(operation: string, rows: number, cols: number, given: Shape): void {
  checkDimensions(operation, rows, cols);
  if (given[0] * given[1] === rows * cols) return;
  const problem = `${rows * cols} elements are needed`;
  throw new ShapeError(operation, [rows, cols], given, problem, ["the result", "what is given"]);
}

/** A matrix from a list of rows of equal length. */
export function fromRows(rows: readonly (readonly number[])[]): Stored {
  if (!Array.isArray(rows)) wrongType("fromRows: rows", rows, "an array of arrays");
  const cols = (rows[0] as ArrayLike<number> | undefined)?.length ?? 0;
  for (let i = 0; i < rows.length; i++) {
    const row: unknown = rows[i];
    if (!Array.isArray(row)) wrongType(`fromRows: row ${i}`, row, "an array of numbers");
    if (row.length !== cols) checkSameShape("fromRows", [1, cols], [1, row.length], ["row 0", `row ${i}`]);
  }
  const out = zeros("fromRows", rows.length, cols);
  for (let i = 0; i < rows.length; i++) copyNumbers("fromRows", out, i * cols, rows[i]);
  return out;
}

/** A matrix from its elements, row after row, copied. */
export function fromArray(operation: string, values: ArrayLike<number>, rows: number, cols: number): Stored {
  checkList(`${operation}: values`, values, "an array of numbers");
  checkSize(operation, rows, cols, [1, values.length]);
  const out = zeros(operation, rows, cols);
  copyNumbers(operation, out, 0, values);
  return out;
}

/**
 * Copies a list of numbers to `out`. NaN and the infinities are numbers; a string or a hole is not, and is
 * not made one.
 */
function copyNumbers(operation: string, out: Stored, start: number, values: ArrayLike<unknown>): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== "number") {
      wrongType(`${operation}: ${placeOf("element ", out, start + i)}`, value, "a number");
    }
    out.data[start + i] = value;
  }
}

/** The same number everywhere. */
export function full(rows: number, cols: number, value: number): Stored {
  if (typeof value !== "number") wrongType("full: the value", value, "a number");
  const out = zeros("full", rows, cols);
  out.data.fill(value);
  return out;
}

/** Ones on the diagonal. */
export function identity(size: number): Stored {
  checkInteger("identity: size", size, 0);
  const out = zeros("identity", size, size);
  for (let i = 0; i < size; i++) out.data[i * size + i] = 1;
  return out;
}

/** `count` evenly spaced numbers from start to stop in a row, rounded as NumPy does. */
export function linspace(start: number, stop: number, count: number): Stored {
  checkFinite("linspace: start", start);
  checkFinite("linspace: stop", stop);
  checkFinite("linspace: stop - start", stop - start);
  checkInteger("linspace: count", count, 0);
  const row = zeros("linspace", 1, count);
  const span = stop - start;
  const steps = count - 1;
  const step = span / steps;
  for (let i = 1; i < steps; i++) {
    // A step may be too small for a float64 though the span is not.
    row.data[i] = (step === 0 ? (i / steps) * span : i * step) + start;
  }
  if (count > 0) row.data[0] = start;
  if (count > 1) row.data[steps] = stop;
  return row;
}

/** A row for each label, with a 1 in the label's column. */
export function oneHot(labels: ArrayLike<number>, classes: number): Stored {
  checkList("oneHot: labels", labels);
  checkInteger("oneHot: classes", classes, 0);
  const out = zeros("oneHot", labels.length, classes);
  checkIndices("oneHot: labels", labels, classes);
  for (let i = 0; i < labels.length; i++) out.data[i * classes + (labels[i] as number)] = 1;
  return out;
}
