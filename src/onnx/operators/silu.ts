import type { SiLU } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/** y = x·σ(x). onnxruntime fuses the two, for which it has nothing in float64, so there y = x / (1 + e⁻ˣ). */
export function silu(_: SiLU, graph: OnnxGraph, x: string): string {
  if (graph.dtype === "float32") return graph.node("Mul", [x, graph.node("Sigmoid", [x])]);
  const e = graph.node("Exp", [graph.node("Neg", [x])]);
  return graph.node("Div", [x, graph.node("Add", [e, graph.constant("one", 1)])]);
}
