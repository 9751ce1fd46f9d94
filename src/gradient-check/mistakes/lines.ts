import type { Evidence, Numbers } from "../evidence.js";

/** The known places, column by column or row by row. */
export function linesOf({ known, wrong }: Evidence, axis: "column" | "row"): number[][] {
  const { cols } = wrong.value;
  const lines = new Map<number, number[]>();
  for (const i of known) {
    const line = axis === "column" ? i % cols : Math.floor(i / cols);
    lines.set(line, [...(lines.get(line) ?? []), i]);
  }
  return [...lines.values()];
}

/** What is left of numbers in each line without what some others explain, by least squares; the largest of it. */
export function unexplained(lines: readonly number[][], numbers: Numbers, bases: readonly Numbers[]): number {
  let largest = 0;
  for (const line of lines) {
    const used: number[][] = []; // orthogonal to each other
    for (const base of bases) used.push(used.reduce(without, line.map(base)));
    for (const rest of used.reduce(without, line.map(numbers))) largest = Math.max(largest, Math.abs(rest));
  }
  return largest;
}

/** A vector less its part along a direction. */
function without(vector: number[], direction: readonly number[]): number[] {
  const share = dot(vector, direction) / dot(direction, direction);
  return Number.isFinite(share) ? vector.map((v, i) => v - share * (direction[i] as number)) : vector;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
