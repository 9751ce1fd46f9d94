import type { BatchNorm } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";

/**
 * y = (x − μ)·s + β with s = γ / √(σ² + ε), of the running statistics. ONNX's BatchNormalization keeps ε as a
 * float32.
 */
export function batchNorm(layer: BatchNorm, graph: OnnxGraph, x: string): string {
  const { means, variances, epsilon, scale, shift } = layer;
  const deviations = variances.add(epsilon).sqrt();
  const centred = graph.node("Sub", [x, graph.constant("means", means)]);
  const scaled = graph.node("Mul", [centred, graph.constant("factors", scale.value.divide(deviations))]);
  return graph.node("Add", [scaled, graph.constant("shift", shift.value)]);
}
