import type { Evidence } from "./evidence.js";

/** Lines of places in `data`. */
export type Axis = "column" | "row";

/** The known places, column by column or row by row. */
export function linesOf({ known, wrong }: Evidence, axis: Axis): number[][] {
  const { cols } = wrong.value;
  const lines = new Map<number, number[]>();
  for (const i of known) {
    const line = axis === "column" ? i % cols : Math.floor(i / cols);
    lines.set(line, [...(lines.get(line) ?? []), i]);
  }
  return [...lines.values()];
}
