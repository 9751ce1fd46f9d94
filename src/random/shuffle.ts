import type { Mt19937 } from "./mt19937.js";

/** Puts items into random order, in place: a Fisher-Yates shuffle from the last position to the second. */
export function shuffle(source: Mt19937, items: { [index: number]: unknown; readonly length: number }): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = source.upTo(i);
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}
