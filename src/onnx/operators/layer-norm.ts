import type { LayerNorm } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/**
 * y = γ (x − μ) / √(σ² + ε) + β with the μ and σ² of each row. In float64 it is written out: ONNX's
 * LayerNormalization keeps ε as a float32.
 */
export function layerNorm(
  { epsilon, scale, shift, outputs }: LayerNorm,
  graph: OnnxGraph,
  x: string,
): string {
  const gamma = graph.constant("scale", scale.value, [outputs]);
  const beta = graph.constant("shift", shift.value, [outputs]);
  if (graph.dtype === "float32") {
    return graph.node("LayerNormalization", [x, gamma, beta], { epsilon: { float: epsilon } });
  }
  const mean = (of: string) => graph.node("ReduceMean", [of], { axes: { ints: [-1] }, keepdims: { int: 1 } });
  const centred = graph.node("Sub", [x, mean(x)]);
  const variance = mean(graph.node("Mul", [centred, centred]));
  const sum = graph.node("Add", [variance, graph.constant("epsilon", epsilon)]);
  const normalized = graph.node("Div", [centred, graph.node("Sqrt", [sum])]);
  return graph.node("Add", [graph.node("Mul", [normalized, gamma]), beta]);
}
