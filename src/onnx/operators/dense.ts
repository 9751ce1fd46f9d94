import type { Dense } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/** Y = XW + b */
export function dense({ weights, biases, outputs }: Dense, graph: OnnxGraph, x: string): string {
  const W = graph.constant("weights", weights.value);
  const b = graph.constant("biases", biases.value, [outputs]);
  return graph.node("Gemm", [x, W, b]);
}
