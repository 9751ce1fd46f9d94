import type { Stored } from "../kernels/operand.js";
import { checkStored } from "./check-stored.js";

/** Matrices with more rows or columns show the first and the last three. */
const MOST = 8;
const EDGE = 3;

/** A matrix as text, one row a line, columns aligned. Reads no more elements than it shows. */
export function format(x: Stored): string {
  checkStored("toString", x);
  const rows = shown(x.rows);
  const cols = shown(x.cols);
  const values = rows.map((i) =>
    cols.map((j) => (i === null || j === null ? null : (x.data[i * x.cols + j] as number))),
  );
  const write = writer(values.flat().filter((value) => value !== null));
  const cells = values.map((row) => row.map((value) => (value === null ? "…" : write(value))));
  const widths = cols.map((_, j) => Math.max(...cells.map((row) => (row[j] as string).length)));
  const lines = cells.map(
    (row) => `  [ ${row.map((cell, j) => cell.padStart(widths[j] as number)).join("  ")} ]`,
  );
  return [`Matrix ${x.rows} x ${x.cols}`, ...(x.cols === 0 ? [] : lines)].join("\n");
}

/** The indices to show. null stands for those left out. */
function shown(count: number): (number | null)[] {
  if (count <= MOST) return range(0, count);
  return [...range(0, EDGE), null, ...range(count - EDGE, count)];
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** One way to write all these numbers: at most four decimals, or exponents if those would hide digits. */
function writer(values: readonly number[]): (value: number) => string {
  const sizes = values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  if (Math.max(...sizes) >= 1e8 || Math.min(...sizes) < 1e-4) {
    return (value) => (Number.isFinite(value) && value !== 0 ? value.toExponential(4) : String(value));
  }
  const decimals = Math.max(0, ...sizes.map(decimalsOf));
  return (value) => (Number.isFinite(value) ? value.toFixed(decimals) : String(value));
}

function decimalsOf(value: number): number {
  const text = value.toFixed(4).replace(/0+$/, "");
  return text.length - 1 - text.indexOf(".");
}
