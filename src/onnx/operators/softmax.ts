import type { OnnxGraph } from "../onnx-graph.js";

/** The softmax of each row. */
export function softmax(graph: OnnxGraph, x: string): string {
  return graph.node("Softmax", [x], { axis: { int: -1 } });
}
