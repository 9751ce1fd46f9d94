import {
  BatchNorm,
  Dense,
  Dropout,
  ELU,
  Embedding,
  GELU,
  type Layer,
  LayerNorm,
  LeakyReLU,
  ReLU,
  Residual,
  Sequential,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  Tanh,
} from "../index.js";
import type { OnnxGraph } from "./onnx-graph.js";
import { batchNorm } from "./operators/batch-norm.js";
import { dense } from "./operators/dense.js";
import { elu } from "./operators/elu.js";
import { embedding } from "./operators/embedding.js";
import { gelu } from "./operators/gelu.js";
import { layerNorm } from "./operators/layer-norm.js";
import { leakyReLU } from "./operators/leaky-relu.js";
import { residual } from "./operators/residual.js";
import { sequence } from "./operators/sequence.js";
import { silu } from "./operators/silu.js";
import { softmax } from "./operators/softmax.js";
import { softplus } from "./operators/softplus.js";

/** Adds the operators of a layer and returns the name of its result. */
type Add<L> = (layer: L, graph: OnnxGraph, x: string) => string;

/** A class of layers and its operators. */
interface Operator {
  readonly type: abstract new (...args: never[]) => Layer;
  readonly add: Add<Layer>;
}

/** The layers that have operators. A class stands before the one that it extends. */
export const OPERATORS: readonly Operator[] = [
  operator(Dense, dense),
  operator(ReLU, named("Relu")),
  operator(LeakyReLU, leakyReLU),
  operator(ELU, elu),
  operator(GELU, gelu),
  operator(SiLU, silu),
  operator(Softplus, softplus),
  operator(Sigmoid, named("Sigmoid")),
  operator(Tanh, named("Tanh")),
  operator(Softmax, (_, graph, x) => softmax(graph, x)),
  operator(Dropout, (_, __, x) => x), // predict returns x
  operator(BatchNorm, batchNorm),
  operator(LayerNorm, layerNorm),
  operator(Embedding, embedding),
  operator(Residual, residual),
  operator(Sequential, sequence),
];

/** Ties an operator to the class whose fields it reads. */
function operator<L extends Layer>(type: abstract new (...args: never[]) => L, add: Add<L>): Operator {
  return { type, add: add as Add<Layer> };
}

/** A layer that is an operator of ONNX as it is. */
function named(opType: string): Add<Layer> {
  return (_, graph, x) => graph.node(opType, [x]);
}
