import { wrongNumber } from "../errors/wrong.js";
import { Matrix } from "../matrix/matrix.js";

/**
 * A matrix of numbers drawn one after the other, row by row. `draw` may call a generator that somebody else
 * wrote, so each number is checked.
 */
export function filled(operation: string, rows: number, cols: number, draw: () => number): Matrix {
  const x = Matrix.zeros(rows, cols);
  for (let i = 0; i < x.data.length; i++) {
    const value = draw();
    if (!Number.isFinite(value)) wrongNumber(`${operation}: a random number`, value, "a finite number");
    x.data[i] = value;
  }
  return x;
}
