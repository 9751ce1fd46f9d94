import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import { checkState } from "./check-state.js";
import { Layer } from "./layer.js";
import { nameOf } from "./summary.js";

/** Throws unless these are layers, at least one. */
export function checkLayers(operation: string, layers: unknown): asserts layers is readonly Layer[] {
  if (!Array.isArray(layers)) wrongType(`${operation}: layers`, layers, "an array of layers");
  if (layers.length === 0) throw new TypeError(`${operation}: got no layers; expected at least one`);
  for (const [i, layer] of layers.entries()) checkLayer(`${operation}: layer ${i}`, layer);
}

/** Throws unless `value` is a layer, of this copy of the package or of another. */
export function checkLayer(place: string, value: unknown): asserts value is Layer {
  if (Array.isArray(value)) wrongType(place, value, "a layer; pass the layers one by one");
  if (typeof value === "function") wrongType(place, value, `a layer; write new ${value.name}()`);
  const layer = value as (Partial<Layer> & { compute?: unknown }) | null | undefined;
  if (typeof layer !== "object" || layer === null || typeof layer.compute !== "function") {
    wrongType(place, value, "a layer: an object of a class that extends Layer and has a method compute");
  }
  if (typeof layer.name !== "string") wrongType(`${place}: name`, layer.name, "a string");
  if (!Array.isArray(layer.layers)) wrongType(`${place} (${layer.name}): layers`, layer.layers, "an array");
  checkState(`${place} (${layer.name}): state`, layer.state);
  checkParameters(`${place} (${layer.name})`, layer.parameters);
  checkDistinct(`${place} (${layer.name})`, layer.parameters);
  if (!(layer instanceof Layer)) return;
  for (const method of ["forward", "backward", "predict"] as const) {
    if (layer[method] === Layer.prototype[method]) continue;
    throw new TypeError(
      `${place} (${layer.name}) overrides ${method}; expected its formulas in compute alone`,
    );
  }
}

/** What the first layer takes and the last gives; undefined if that depends on x. */
interface Widths {
  readonly inputs: number | undefined;
  readonly outputs: number | undefined;
}

/** The widths of a chain of layers. Throws if a layer does not take what the one before it gives. */
export function checkWidths(operation: string, layers: readonly Layer[]): Widths {
  const place = (layer: Layer) => `layer ${layers.indexOf(layer)} (${nameOf(layer)})`;
  const mixing = layers.filter((layer) => !layer.elementwise);
  mixing.forEach((layer, i) => {
    const before = mixing[i - 1];
    if (before?.outputs === undefined || layer.inputs === undefined || before.outputs === layer.inputs) {
      return;
    }
    throw new ShapeError(
      operation,
      [1, before.outputs],
      [1, layer.inputs],
      `the first gives ${before.outputs} columns, the second takes ${layer.inputs}`,
      [`a row from ${place(before)}`, `a row for ${place(layer)}`],
    );
  });
  return { inputs: mixing[0]?.inputs, outputs: mixing.at(-1)?.outputs };
}
