import type { ELU } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/**
 * y = x if x > 0, else α (eˣ − 1). In float64, for which onnxruntime has no Elu, y = max(x, 0) + 2α t / (1 − t)
 * with t = tanh(min(x, 0) / 2), which keeps the digits near 0.
 */
export function elu({ alpha }: ELU, graph: OnnxGraph, x: string): string {
  if (graph.dtype === "float32") return graph.node("Elu", [x], { alpha: { float: alpha } });
  const zero = graph.constant("zero", 0);
  const half = graph.node("Mul", [graph.node("Min", [x, zero]), graph.constant("half", 0.5)]);
  const t = graph.node("Tanh", [half]);
  const rest = graph.node("Sub", [graph.constant("one", 1), t]);
  const twice = graph.node("Mul", [t, graph.constant("twiceAlpha", 2 * alpha)]);
  return graph.node("Add", [graph.node("Max", [x, zero]), graph.node("Div", [twice, rest])]);
}
