import { Dropout, type Layer, type Matrix, type Sequential } from "spiralnet";
import { affordableSize, gridOf } from "./grid.js";
import type { UnitMap } from "./messages.js";

/** The fewest and the most cells of a side. */
const SIZES = [10, 24] as const;

/**
 * The activation of each hidden unit over the plane, hidden layer by hidden layer, both counted from 0; coarser with
 * less detail than 1. The maps of a layer share one buffer.
 */
export function unitMapsOf(model: Sequential<2>, extent: number, detail = 1): UnitMap[] {
  const size = affordableSize(model, SIZES, detail);
  let x: Matrix = gridOf(size, extent);
  const maps: UnitMap[] = [];
  let layer = 0;
  for (const each of model.layers.slice(0, -1)) {
    x = each.predict(x);
    if (!isActivation(each)) continue;
    for (const [unit, values] of columnsOf(x).entries()) maps.push({ layer, unit, size, values });
    layer++;
  }
  return maps;
}

/** The columns of a matrix, behind each other in one buffer. */
function columnsOf({ rows, cols, data }: Matrix): Float32Array[] {
  const all = new Float32Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) all[j * rows + i] = data[i * cols + j] as number;
  }
  return Array.from({ length: cols }, (_, j) => all.subarray(j * rows, (j + 1) * rows));
}

/** Whether it is the activation of a hidden layer: no weights, and not what drops units after it. */
function isActivation(layer: Layer): boolean {
  return layer.parameters.length === 0 && !(layer instanceof Dropout);
}
