import type { Stored } from "../kernels/operand.js";
import { aligned } from "./aligned.js";
import { checkStored } from "./check-stored.js";

/** A matrix as text, one row a line, columns aligned. Reads no more elements than it shows. */
export function format(x: Stored): string {
  checkStored("toString", x);
  const rows = shownOf(x.rows, 8, 3);
  const cols = shownOf(x.cols, 8, 3);
  const values = rows.map((i) =>
    cols.map((j) => (i === null || j === null ? null : (x.data[i * x.cols + j] as number))),
  );
  const write = writer(values.flat().filter((value) => value !== null));
  const cells = values.map((row) => row.map((value) => (value === null ? "…" : write(value))));
  const lines = aligned(cells).map((line) => `  [ ${line} ]`);
  return [`Matrix ${x.rows} x ${x.cols}`, ...(x.cols === 0 ? [] : lines)].join("\n");
}

/**
 * The indices to show: all if there are at most `most`, else the first and the last `edge`. null stands for
 * those left out.
 */
export function shownOf(count: number, most: number, edge: number): (number | null)[] {
  if (count <= most) return range(0, count);
  return [...range(0, edge), null, ...range(count - edge, count)];
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
