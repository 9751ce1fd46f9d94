import { seededBatchNorm } from "./batch-norm.js";
import { seededCrossEntropy } from "./cross-entropy.js";
import { seededDense } from "./dense.js";
import { seededDropout } from "./dropout.js";
import { seededGELU } from "./gelu.js";
import { seededLayerNorm } from "./layer-norm.js";
import { seededReLU } from "./relu.js";
import { seededResidual } from "./residual.js";
import type { SeededLayer } from "./seeded.js";
import { seededSoftmax } from "./softmax.js";
import { seededTanh } from "./tanh.js";

/** The ten layers, each with its ten mistakes. */
export const seededLayers: ReadonlyMap<string, SeededLayer> = new Map([
  ["Dense", seededDense],
  ["ReLU", seededReLU],
  ["Tanh", seededTanh],
  ["GELU", seededGELU],
  ["Softmax", seededSoftmax],
  ["Batch Norm", seededBatchNorm],
  ["Layer Norm", seededLayerNorm],
  ["Dropout", seededDropout],
  ["Residual", seededResidual],
  ["cross-entropy", seededCrossEntropy],
]);
