import { Dense, type Layer, ReLU, Residual, Sequential } from "../index.js";
import type { OnnxGraph } from "./onnx-graph.js";
import { dense } from "./operators/dense.js";
import { residual } from "./operators/residual.js";
import { sequence } from "./operators/sequence.js";

/** A class of layers, and what adds the operators of one and returns the name of its result. */
interface Operator {
  readonly type: abstract new (...args: never[]) => Layer;
  readonly add: (layer: Layer, graph: OnnxGraph, input: string) => string;
}

/** The layers that have operators. A class stands before the one that it extends. */
export const OPERATORS: readonly Operator[] = /* @__PURE__ */ [
  operator(Dense, dense),
  operator(ReLU, (_, graph, x) => graph.node("Relu", [x])),
  operator(Residual, residual),
  operator(Sequential, sequence),
];

function operator<L extends Layer>(
  type: abstract new (...args: never[]) => L,
  add: (layer: L, graph: OnnxGraph, input: string) => string,
): Operator {
  return { type, add: add as Operator["add"] };
}
