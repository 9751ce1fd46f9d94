import type { Layer } from "../index.js";
import type { LayerFunctions } from "./layer-functions.js";

/** Makes a layer of these widths. One that fits any width needs neither. */
export type LayerMaker<Made = Layer> = (inputs: number, outputs: number) => Made;

/** Whether a value is a layer, of any copy of the package. */
export function isLayer(value: unknown): value is Layer {
  const { compute, parameters, state } = Object(value) as Partial<Layer> & { readonly compute?: unknown };
  return typeof compute === "function" && Array.isArray(parameters) && typeof state === "object";
}

/** Whether a value is a layer in function form. */
export function isFunctions(value: unknown): value is LayerFunctions {
  const { forward, backward } = Object(value) as Partial<LayerFunctions>;
  return (
    typeof value === "object" &&
    !isLayer(value) &&
    typeof forward === "function" &&
    typeof backward === "function"
  );
}
