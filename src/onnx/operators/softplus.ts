import type { Softplus } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/**
 * y = log(1 + e^βx) / β as max(x, 0) + log(1 + e^−|βx|) / β. ONNX's Softplus has no β, and onnxruntime none
 * for float64.
 */
export function softplus({ beta }: Softplus, graph: OnnxGraph, x: string): string {
  if (graph.dtype === "float32" && beta === 1) return graph.node("Softplus", [x]);
  const b = graph.constant("beta", beta);
  const size = graph.node("Abs", [graph.node("Mul", [x, b])]);
  const e = graph.node("Exp", [graph.node("Neg", [size])]);
  const log = graph.node("Log", [graph.node("Add", [e, graph.constant("one", 1)])]);
  const positive = graph.node("Max", [x, graph.constant("zero", 0)]);
  return graph.node("Add", [positive, graph.node("Div", [log, b])]);
}
