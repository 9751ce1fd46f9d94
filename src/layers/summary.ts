import { aligned } from "../matrix/aligned.js";
import type { Parameter } from "../parameters/parameter.js";
import type { Layer } from "./layer.js";

/** What messages call a layer. */
export function nameOf(layer: Layer): string {
  return layer.name ?? "a layer without a name";
}

/** A layer in a few words: its name and widths. */
export function describeLayer(layer: Layer): string {
  return `${nameOf(layer)} ${widthsOf(layer)}`.trimEnd();
}

/** A layer in a line: its name, widths and number of parameters. */
export function layerLine(layer: Layer): string {
  return `${describeLayer(layer)}, ${countOf(layer)} parameters`;
}

/**
 * The layers within a layer as a table, those within these behind them: place, name, widths, number of
 * parameters.
 */
export function summary(layer: Layer): string {
  const lines = aligned(rowsOf(layer.layers, ""), 3).map((line) => `  ${line}`);
  return [`${nameOf(layer)}, ${countOf(layer)} parameters`, ...lines].join("\n");
}

function rowsOf(layers: readonly Layer[], prefix: string): string[][] {
  return layers.flatMap((layer, i) => [
    [`${prefix}${i}`, nameOf(layer), widthsOf(layer), `${countOf(layer)} parameters`],
    ...rowsOf(layer.layers, `${prefix}${i}.`),
  ]);
}

function widthsOf({ elementwise, inputs, outputs }: Layer): string {
  return elementwise ? "" : `${inputs ?? "any"} -> ${outputs ?? "any"}`;
}

function countOf({ parameters }: Layer): string {
  const count = parameters.reduce((total, { value }: Parameter) => total + value.rows * value.cols, 0);
  return count.toLocaleString("en-US");
}
