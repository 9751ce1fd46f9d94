import type { GELU } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/** y = x·½ (1 + erf(x/√2)), or x·σ(√(8/π) (x + 0.044715 x³)) with `approximate: "tanh"`. */
export function gelu({ approximate }: GELU, graph: OnnxGraph, x: string): string {
  return approximate === "tanh" ? byTanh(graph, x) : exact(graph, x);
}

function exact(graph: OnnxGraph, x: string): string {
  if (graph.dtype === "float64") {
    throw new TypeError(
      `${graph.place}: onnxruntime has no Erf for float64; expected dtype "float32", or approximate: "tanh"`,
    );
  }
  const scaled = graph.node("Mul", [x, graph.constant("rootOfHalf", Math.SQRT1_2)]);
  const sum = graph.node("Add", [graph.node("Erf", [scaled]), graph.constant("one", 1)]);
  return graph.node("Mul", [x, graph.node("Mul", [sum, graph.constant("half", 0.5)])]);
}

function byTanh(graph: OnnxGraph, x: string): string {
  const root = Math.sqrt(8 / Math.PI);
  const square = graph.node("Mul", [x, x]);
  const cubic = graph.node("Mul", [square, graph.constant("cubic", 0.044715 * root)]);
  const factor = graph.node("Add", [cubic, graph.constant("linear", root)]);
  const gate = graph.node("Sigmoid", [graph.node("Mul", [x, factor])]);
  return graph.node("Mul", [x, gate]);
}
