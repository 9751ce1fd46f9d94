import { Dropout, type Layer, type Matrix, type Sequential } from "spiralnet";
import { affordableSize, gridOf } from "./grid.js";
import type { UnitMap } from "./messages.js";

/** The fewest and the most cells of a side. */
const SIZES = [10, 24] as const;

/** The activation of each hidden unit over the plane, hidden layer by hidden layer, both counted from 0. */
export function unitMapsOf(model: Sequential<2>, extent: number): UnitMap[] {
  const size = affordableSize(model, SIZES);
  let x: Matrix = gridOf(size, extent);
  const maps: UnitMap[] = [];
  let layer = 0;
  for (const each of model.layers.slice(0, -1)) {
    x = each.predict(x);
    if (!isActivation(each)) continue;
    for (let unit = 0; unit < x.cols; unit++) {
      maps.push({
        layer,
        unit,
        size,
        values: Float32Array.from({ length: x.rows }, (_, i) => x.get(i, unit)),
      });
    }
    layer++;
  }
  return maps;
}

/** Whether it is the activation of a hidden layer: no weights, and not what drops units after it. */
function isActivation(layer: Layer): boolean {
  return layer.parameters.length === 0 && !(layer instanceof Dropout);
}
