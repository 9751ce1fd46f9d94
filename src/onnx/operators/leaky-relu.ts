import type { LeakyReLU } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/** y = x if x > 0, else a·x. ONNX's LeakyRelu keeps a as a float32. */
export function leakyReLU({ negativeSlope }: LeakyReLU, graph: OnnxGraph, x: string): string {
  return graph.node("PRelu", [x, graph.constant("negativeSlope", negativeSlope)]);
}
