import { wrongType } from "../errors/wrong.js";
import { isMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import type { Layer } from "./layer.js";
import { claimsOf } from "./memory.js";
import type { Recycled } from "./recycled.js";
import { nameOf } from "./summary.js";

/**
 * A training pass of x through all layers, or an inference. They get a copy of x that is recycled, as is what lies between two of them
 * unless it is written over, where the layer that made it allows that. The result goes into `result` where there is one. With
 * an `end`, as `slice` takes it, the layers before that are all.
 */
export function through(
  layers: readonly Layer[],
  pass: "forward" | "predict",
  x: Matrix,
  recycled: Recycled,
  result?: Matrix,
  end?: number,
): Matrix {
  let activation = recycled.at(layers.length, x.rows, x.cols);
  activation.data.set(x.data);
  // Whether the activation is one of the recycled matrices and nobody needs it after the next layer.
  let spare = false;
  layers.slice(0, end).forEach((layer, i) => {
    const last = i === layers.length - 1;
    const place = last ? undefined : i;
    const out = (last && result) || spaceFor(layer, place, activation, spare, layer.outputs, recycled);
    activation = run(layer, pass, activation, out);
    spare = activation === out && (pass === "predict" || claimsOf(layer).releasesResult === true);
  });
  return activation;
}

/** Takes a gradient back through all layers. That of x is computed only where it is wanted; it goes into `result` where there is one. */
export function back(
  layers: readonly Layer[],
  gradient: Matrix,
  recycled: Recycled,
  wanted: boolean,
  result?: Matrix,
): Matrix | undefined {
  // Below the first layer with parameters nothing is left to write.
  const learning = layers.findIndex(({ parameters }) => parameters.length > 0);
  const first = wanted ? 0 : Math.max(0, learning);
  let flowing = gradient;
  let spare = false;
  for (let i = layers.length - 1; i > first; i--) {
    const layer = layers[i] as Layer;
    const out = spaceFor(layer, i, flowing, spare, layer.inputs, recycled);
    flowing = run(layer, "backward", flowing, out);
    spare = flowing === out;
  }
  const layer = layers[first] as Layer;
  if (wanted) return run(layer, "backward", flowing, result);
  if (claimsOf(layer).backwardParameters) layer.backwardParameters?.(flowing);
  else layer.backward(flowing);
  return undefined;
}

function run(layer: Layer, pass: "forward" | "predict" | "backward", given: Matrix, out?: Matrix): Matrix {
  const result: unknown = layer[pass](given, out);
  // The message is made only where it is needed: this runs in every step of a training.
  if (!isMatrix(result)) wrongType(`${nameOf(layer)}.${pass}: the result`, result, "a Matrix");
  return result;
}

/**
 * Where a layer may write what it makes of `given`: to a new matrix if it has no place, over `given` where that is allowed, else to its place;
 * undefined where the width is not known.
 */
function spaceFor(
  layer: Layer,
  place: number | undefined,
  given: Matrix,
  spare: boolean,
  width: number | undefined,
  recycled: Recycled,
): Matrix | undefined {
  const cols = layer.elementwise ? given.cols : width;
  if (cols === undefined) return undefined;
  if (place === undefined) return Matrix.zeros(given.rows, cols);
  return spare && claimsOf(layer).inPlace ? given : recycled.at(place, given.rows, cols);
}
