// biome-ignore-all assist/source/organizeImports: the public surface stands in reading order.

/**
 * Matrices, layers, losses and what else a network is made of.
 *
 * @module spiralnet
 */

export { type Broadcast, type Concatenated, Matrix } from "./matrix/matrix.js";
export type { Tolerance } from "./matrix/compare.js";
export type { MatrixJSON } from "./matrix/json.js";
export type { Axis } from "./matrix/reduce.js";
export type { IndexRange } from "./matrix/select.js";
export type { VarianceOptions } from "./matrix/variance.js";
export { type Shape, ShapeError } from "./errors/shape-error.js";
export type {
  RequireBroadcast,
  RequireBroadcastInto,
  RequireConcat,
  RequireEqual,
  ShapeMismatch,
} from "./matrix/shape-types.js";

export { type ChoiceOptions, type RandomSnapshot, RandomState } from "./random/random-state.js";
export { type LabeledPoints, type SpiralOptions, spiral } from "./datasets/spiral.js";

export { glorotUniform } from "./initializers/glorot-uniform.js";
export { heNormal } from "./initializers/he-normal.js";
export type { Initializer } from "./initializers/initializer.js";
export { normal } from "./initializers/normal.js";
export { zeros } from "./initializers/zeros.js";
export { Activation } from "./layers/activation.js";
export { Container } from "./layers/container.js";
export { Dense, type DenseOptions } from "./layers/dense.js";
export { type BackwardOptions, type Computed, Layer, type Pass } from "./layers/layer.js";
export { type Parameter, parameter } from "./parameters/parameter.js";
export { PassError } from "./errors/pass-error.js";
export { ReLU } from "./layers/relu.js";
export { Sequential, sequential } from "./layers/sequential.js";
export { Sigmoid } from "./layers/sigmoid.js";
export { Tanh } from "./layers/tanh.js";

export { softmax } from "./losses/softmax.js";
export type { Loss, LossAndGradient } from "./losses/loss.js";
export { softmaxCrossEntropy } from "./losses/softmax-cross-entropy.js";
export { L2 } from "./regularizers/l2.js";
export type { Regularizer } from "./regularizers/regularizer.js";
export type { Optimizer } from "./optimizers/optimizer.js";
export { SGD, type SGDOptions } from "./optimizers/sgd.js";

export { accuracy } from "./metrics/accuracy.js";
export { topKAccuracy } from "./metrics/top-k-accuracy.js";
export { ConfusionMatrix, type ConfusionMatrixOptions, confusionMatrix } from "./metrics/confusion-matrix.js";
export type { Average, Averaged, AverageOptions } from "./metrics/average.js";
export { precision } from "./metrics/precision.js";
export { recall } from "./metrics/recall.js";
export { f1 } from "./metrics/f1.js";
export { r2 } from "./metrics/r2.js";

export { type GradientCheckOptions, gradientCheck } from "./gradient-check/gradient-check.js";
export { type GradientEntry, GradientReport } from "./gradient-check/gradient-report.js";
export type { GradientProblem } from "./gradient-check/gradient-problem.js";
