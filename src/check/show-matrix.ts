import type { Matrix } from "../index.js";

/** A number without the digits that rounding makes. */
export function showNumber(value: number): string {
  return String(Number(value.toPrecision(10)));
}

/** More elements than this are abridged. */
const MOST = 40;

/** An input as a program would write it, or abridged if it is large. Labels are a list. */
export function showInput(name: string, matrix: Matrix): string {
  if (name === "y") return `[${matrix.data.join(", ")}]`;
  return isSmall(matrix) ? `Matrix.fromRows(${rowsOf(matrix, String)})` : showTable(matrix);
}

/** The rows of a result, indented, or an abridged table if it is large. */
export function showResult(matrix: Matrix): string {
  return `  ${isSmall(matrix) ? rowsOf(matrix, showNumber) : showTable(matrix)}`;
}

function rowsOf(matrix: Matrix, write: (value: number) => string): string {
  const rows = matrix.toArray().map((row) => `[${row.map(write).join(", ")}]`);
  return `[${rows.join(", ")}]`;
}

function showTable(matrix: Matrix): string {
  return String(matrix).replaceAll("\n", "\n  ");
}

function isSmall({ rows, cols }: Matrix): boolean {
  return rows * cols <= MOST;
}
