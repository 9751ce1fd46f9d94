import type { Residual } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";
import { sequence } from "./sequence.js";

/** y = x + fₙ(… f₂(f₁(x))) */
export function residual(block: Residual, graph: OnnxGraph, x: string): string {
  return graph.node("Add", [x, sequence(block, graph, x)]);
}
