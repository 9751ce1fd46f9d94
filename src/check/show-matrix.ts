import type { Matrix } from "../index.js";

/** More elements than this are abridged. */
const MOST = 40;

/** A matrix as a program would write it, or abridged if it is large. */
export function showMatrix(matrix: Matrix): string {
  return isSmall(matrix) ? `Matrix.fromRows(${showNumbers(matrix)})` : showNumbers(matrix);
}

/** The rows of a matrix, or an abridged table if it is large. */
export function showNumbers(matrix: Matrix): string {
  if (!isSmall(matrix)) return String(matrix).replaceAll("\n", "\n  ");
  return `[${matrix
    .toArray()
    .map((row) => `[${row.join(", ")}]`)
    .join(", ")}]`;
}

function isSmall({ rows, cols }: Matrix): boolean {
  return rows * cols <= MOST;
}
