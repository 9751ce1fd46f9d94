import type { Layer } from "./layer.js";

/**
 * So many numbers between the layers stay in the caches of a processor from one layer to the next, or nearly.
 */
const FEW = 2 ** 19;
/** If there are more, so many at a time. */
const AT_A_TIME = 2 ** 17;
const LEAST_ROWS = 64;

/** How many rows go through a layer at a time: all of them, unless they are many and each goes by itself. */
export function rowsAtATime(
  layer: Layer,
  { rows, cols }: { readonly rows: number; readonly cols: number },
): number {
  const numbers = numbersPerRow(layer, cols);
  if (!layer.rowwise || rows * numbers <= FEW) return Math.max(rows, 1);
  return Math.max(LEAST_ROWS, Math.floor(AT_A_TIME / numbers / 4) * 4);
}

/** How many numbers a layer makes of each row, as far as the layers within it declare their widths. */
function numbersPerRow({ layers, outputs }: Layer, cols: number): number {
  let width = cols;
  let total = 0;
  for (const layer of layers) {
    total += numbersPerRow(layer, width);
    width = layer.outputs ?? width;
  }
  return layers.length > 0 ? total : (outputs ?? cols);
}
