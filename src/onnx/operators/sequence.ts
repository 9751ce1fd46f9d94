import type { Sequential } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/** y = fₙ(… f₂(f₁(x))) */
export function sequence({ layers }: Pick<Sequential, "layers">, graph: OnnxGraph, x: string): string {
  return layers.reduce((y, layer) => graph.layer(layer, y), x);
}
