import { csvFormatRows, csvParseRows } from "d3-dsv";
import { isWithin, LIMITS } from "../limits.js";
import type { Point } from "../setup.js";
import type { Words } from "../words/en.js";

/** How much of a cell a message repeats. */
const QUOTED = 40;

/** Points with a class each as lines of x, y, class. */
export function pointsToCsv(points: readonly Point[]): string {
  return `${csvFormatRows([["x", "y", "class"], ...points.map(({ x, y, label }) => [x, y, label].map(String))])}\n`;
}

/**
 * Reads lines of x, y, class. The first may be names of columns. Classes are numbers from 0 to 7, or any names,
 * which are numbered as they come. Returns the points, or words about what is wrong with a row.
 */
export function csvToPoints(text: string): Point[] | ((words: Words) => string) {
  const rows = csvParseRows(text)
    .map((cells, i) => ({ cells: cells.map((cell) => cell.trim()), row: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first] = rows;
  if (first?.cells.length === 3 && first.cells.slice(0, 2).every((cell) => Number.isNaN(Number(cell))))
    rows.shift();
  if (rows.length === 0) return (words) => words.csvEmpty;
  if (rows.length > LIMITS.ownPoints[1]) return (words) => words.csvPoints(rows.length);

  for (const { cells, row } of rows) {
    if (cells.length !== 3) return (words) => words.csvColumns(row, cells.length);
    for (const [i, column] of ["x", "y"].entries()) {
      const cell = cells[i] as string;
      const fits = cell !== "" && isWithin(Number(cell), LIMITS.coordinate);
      if (!fits) return (words) => words.csvNumber(row, column, shortened(cell));
    }
    if (cells[2] === "") return (words) => words.csvClass(row);
  }
  const names = rows.map(({ cells }) => cells[2] as string);
  const distinct = [...new Set(names)];
  const numbered = distinct.every((name) => /^[0-7]$/.test(name));
  if (distinct.length > LIMITS.classes[1]) return (words) => words.csvClasses(distinct.length);
  return rows.map(({ cells }, i) => ({
    x: Number(cells[0]),
    y: Number(cells[1]),
    label: numbered ? Number(names[i]) : distinct.indexOf(names[i] as string),
  }));
}

function shortened(cell: string): string {
  return cell.length > QUOTED ? `${cell.slice(0, QUOTED)}…` : cell;
}
