import { type Sequential, softmax } from "spiralnet";
import { affordableSize, gridOf } from "./grid.js";
import type { Regions } from "./messages.js";

/** The fewest and the most cells of a side. */
const SIZES = [24, 80] as const;

/** Which class the model predicts over the plane, and with which probability; coarser with less detail than 1. */
export function regionsOf(model: Sequential<2>, extent: number, detail = 1): Regions {
  const size = affordableSize(model, SIZES, detail);
  const { rows, cols, data } = softmax(model.predict(gridOf(size, extent)));
  const classes = new Uint8Array(rows);
  const confidence = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    let best = 0;
    for (let j = 1; j < cols; j++) {
      if ((data[i * cols + j] as number) > (data[i * cols + best] as number)) best = j;
    }
    classes[i] = best;
    confidence[i] = Math.round(255 * (data[i * cols + best] as number));
  }
  return { size, extent, classes, confidence };
}
