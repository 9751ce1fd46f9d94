import type { Embedding } from "../../index.js";
import type { OnnxGraph } from "../onnx-graph.js";
import { DATA_TYPE } from "../onnx-proto.js";

/** From here on float32 skips integers. */
const MOST = 2 ** 24;

/** The vectors W[xᵢ₁], W[xᵢ₂], … of a row side by side. */
export function embedding(
  { weights, outputs }: Embedding<number, number>,
  graph: OnnxGraph,
  x: string,
): string {
  const { rows: count } = weights.value;
  if (graph.dtype === "float32" && count > MOST) {
    throw new RangeError(
      `${graph.place}: float32 can't tell all of its ${count} indices apart; expected dtype "float64"`,
    );
  }
  const indices = graph.node("Cast", [x], { to: { int: DATA_TYPE.int64 } });
  const vectors = graph.node("Gather", [graph.constant("vectors", weights.value), indices]);
  return graph.node("Reshape", [vectors, graph.integers("shape", [0, outputs])]); // 0 keeps the number of rows
}
