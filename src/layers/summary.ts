import type { Parameter } from "../parameters/parameter.js";
import type { Layer } from "./layer.js";

/** A layer's name, or that of its class. */
export function nameOf(layer: Layer): string {
  return layer.name ?? layer.constructor.name;
}

/** The layers of a model as a table: name, widths, parameters. */
export function summary(layers: readonly Layer[]): string {
  const total = count(layers.flatMap((layer) => layer.parameters));
  const table = layers.map((layer, i) => [
    String(i),
    nameOf(layer),
    layer.elementwise ? "" : `${layer.inputs ?? "any"} -> ${layer.outputs ?? "any"}`,
    `${thousands(count(layer.parameters))} parameters`,
  ]);
  const widths = [0, 1, 2, 3].map((col) => Math.max(...table.map((row) => (row[col] as string).length)));
  const lines = table.map((row) =>
    row.map((cell, col) =>
      col === 3 ? cell.padStart(widths[3] as number) : cell.padEnd(widths[col] as number),
    ),
  );
  return [`Sequential, ${thousands(total)} parameters`, ...lines.map((line) => `  ${line.join("  ")}`)].join(
    "\n",
  );
}

function count(parameters: readonly Parameter[]): number {
  return parameters.reduce((total, { value }) => total + value.rows * value.cols, 0);
}

function thousands(value: number): string {
  return value.toLocaleString("en-US");
}
