import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import type { Layer } from "./layer.js";
import { nameOf } from "./summary.js";

const METHODS = ["forward", "backward", "predict"] as const;

/** Throws unless these are layers, at least one, each in one place. */
export function checkLayers(layers: readonly Layer[]): void {
  if (layers.length === 0) throw new TypeError("sequential: got no layers; expected at least one");
  layers.forEach((layer, i) => {
    const missing = METHODS.find((method) => typeof layer?.[method] !== "function");
    if (missing !== undefined || !Array.isArray(layer.parameters)) {
      const part = missing ?? "parameters";
      wrongType(`sequential: layer ${i}`, layer, `a layer, which has ${part}`);
    }
    const before = layers.indexOf(layer);
    if (before < i) {
      throw new TypeError(
        `sequential: layers ${before} and ${i} are the same ${nameOf(layer)}; expected one for each place`,
      );
    }
  });
}

/** What the first layer takes and the last gives; undefined where that depends on x. */
interface Widths {
  readonly inputs: number | undefined;
  readonly outputs: number | undefined;
}

/** The widths of a chain of layers. Throws where a layer does not take what comes before it. */
export function checkWidths(layers: readonly Layer[]): Widths {
  const mixing = layers.filter((layer) => !layer.elementwise);
  mixing.forEach((layer, i) => {
    const before = mixing[i - 1];
    if (before?.outputs === undefined || layer.inputs === undefined || before.outputs === layer.inputs)
      return;
    throw new ShapeError(
      "sequential",
      [before.inputs ?? 0, before.outputs],
      [layer.inputs, layer.outputs ?? 0],
      `the first gives ${before.outputs} columns, the second takes ${layer.inputs}`,
      [before, layer].map((one) => `layer ${layers.indexOf(one)} (${nameOf(one)})`) as [string, string],
    );
  });
  return { inputs: mixing[0]?.inputs, outputs: mixing.at(-1)?.outputs };
}
