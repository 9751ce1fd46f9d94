import type { Matrix } from "./matrix.js";

/** Rows and columns beyond this many are shortened to the first and last three. */
const MOST = 8;
const EDGE = 3;

/** A matrix as text, one row a line, columns aligned. */
export function format(x: Matrix): string {
  const rows = visible(x.rows);
  const cols = visible(x.cols);
  const write = writer(x);
  const cells = rows.map((i) =>
    cols.map((j) => (i === null || j === null ? "…" : write(x.data[i * x.cols + j] as number))),
  );
  const widths = cols.map((_, j) => Math.max(...cells.map((row) => (row[j] as string).length)));
  const lines = cells.map(
    (row) => `  [ ${row.map((cell, j) => cell.padStart(widths[j] as number)).join("  ")} ]`,
  );
  return [`Matrix ${x.rows} x ${x.cols}`, ...(x.cols === 0 ? [] : lines)].join("\n");
}

/** The indices to show; null stands for those left out. */
function visible(count: number): (number | null)[] {
  const all = Array.from({ length: count }, (_, i) => i);
  return count <= MOST ? all : [...all.slice(0, EDGE), null, ...all.slice(-EDGE)];
}

/** One way to write all numbers of a matrix: at most four decimals, exponents where those would hide the digits. */
function writer(x: Matrix): (value: number) => string {
  const sizes = x.data.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  const smallest = sizes.reduce((a, b) => Math.min(a, b), Infinity);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  if (largest >= 1e8 || smallest < 1e-4) {
    return (value) => (Number.isFinite(value) && value !== 0 ? value.toExponential(4) : String(value));
  }
  const decimals = sizes.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  return (value) => (Number.isFinite(value) ? value.toFixed(decimals) : String(value));
}

function decimalsOf(value: number): number {
  const text = value.toFixed(4).replace(/0+$/, "");
  return text.length - 1 - text.indexOf(".");
}
