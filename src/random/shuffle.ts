import { wrongType } from "../errors/wrong.js";
import type { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { listOf } from "./items.js";
import type { Mt19937 } from "./mt19937.js";

/** A list whose items can be swapped. */
export interface Swappable {
  readonly length: number;
  [index: number]: unknown;
}

/** Puts items into random order, in place: a Fisher-Yates shuffle from the last position to the second. */
export function shuffle(source: Mt19937, items: Swappable): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = source.upTo(i);
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}

/** The integers below `count` in random order. `place` says what the count is. */
export function randomOrder(source: Mt19937, place: string, count: number): number[] {
  checkCount(place, count);
  const order = listOf(count, (i) => i);
  shuffle(source, order);
  return order;
}

/** Puts the rows of x into the given order, in place. */
export function reorderRows(x: Matrix, order: readonly number[]): void {
  const { cols } = x;
  const old = x.data.slice();
  order.forEach((row, i) => {
    x.data.set(old.subarray(row * cols, (row + 1) * cols), i * cols);
  });
}

/** Throws unless every item can be written: writes each back to its place. */
export function checkWritable(place: string, items: Swappable): void {
  try {
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      items[i] = item;
    }
  } catch {
    wrongType(place, items, "an array that can be written");
  }
}
