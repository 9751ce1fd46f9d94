import { wrongNumber } from "../errors/wrong.js";
import { Matrix } from "../matrix/matrix.js";
import { zeros } from "../matrix/memory.js";

/**
 * A matrix of numbers drawn one after the other, row by row. `draw` may call a generator that somebody else
 * wrote, so each number is checked.
 */
export function filled(operation: string, rows: number, cols: number, draw: () => number): Matrix {
  const { data } = zeros(operation, rows, cols);
  for (let i = 0; i < data.length; i++) {
    const value = draw();
    if (!Number.isFinite(value)) wrongNumber(`${operation}: a random number`, value, "a finite number");
    data[i] = value;
  }
  return new Matrix(rows, cols, data);
}
