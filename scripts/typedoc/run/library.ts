import * as spiralnet from "spiralnet";
import * as check from "spiralnet/check";
import * as onnx from "spiralnet/onnx";
import * as plot from "spiralnet/plot";
import { type Module, requireFrom } from "../../run-code/require-from.js";

/** A `require` for the library. `show` gets each picture that a function of `spiralnet/plot` makes. */
export function libraryFor(show: (svg: string) => void): (name: string) => Module {
  return requireFrom({
    spiralnet,
    "spiralnet/check": check,
    "spiralnet/onnx": onnx,
    "spiralnet/plot": showing(plot, show),
  });
}

type Draw = (...values: unknown[]) => unknown;

function showing(module: Module, show: (svg: string) => void): Module {
  return Object.fromEntries(
    Object.entries(module).map(([name, made]) => [
      name,
      typeof made === "function" ? shown(made as Draw, show) : made,
    ]),
  );
}

function shown(draw: Draw, show: (svg: string) => void): Draw {
  return (...values) => {
    const svg: unknown = draw(...values);
    if (isPicture(svg)) show(svg);
    return svg;
  };
}

export function isPicture(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("<svg");
}
