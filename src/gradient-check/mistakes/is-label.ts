import type { Evidence } from "../evidence.js";

/**
 * Whether a place may be that of its row's label: only the label's score lowers a loss, so the right gradient
 * is below 0 there alone, or 0 in the whole row.
 */
export function isLabel({ expected, isZero, wrong }: Evidence, place: number): boolean {
  const { cols } = wrong.value;
  const start = place - (place % cols);
  for (let i = start; i < start + cols; i++) {
    const value = isZero(expected(i)) ? 0 : expected(i);
    if (i === place ? value > 0 : value < 0) return false;
  }
  return cols > 1;
}
