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
export { NonFiniteError } from "./errors/non-finite-error.js";
export type {
  RequireBroadcast,
  RequireBroadcastInto,
  RequireConcat,
  RequireEqual,
  RequireSameShape,
  ShapeMismatch,
} from "./matrix/shape-types.js";

export { type ChoiceOptions, type RandomSnapshot, RandomState } from "./random/random-state.js";
export type { LabeledPoints } from "./datasets/labeled-points.js";
export { type SpiralOptions, spiral } from "./datasets/spiral.js";
export { moons } from "./datasets/moons.js";
export { type CirclesOptions, circles } from "./datasets/circles.js";
export type { TwoCurvesOptions } from "./datasets/two-curves.js";
export { type Blobs, type BlobsOptions, blobs } from "./datasets/blobs.js";
export { type XorOptions, xor } from "./datasets/xor.js";
export {
  type MeasuredPoints,
  type RegressionPlaneOptions,
  regressionPlane,
} from "./datasets/regression-plane.js";
export { type Iris, iris } from "./datasets/iris.js";
export type { AnyTargets, Examples, SomeOf } from "./data/examples.js";
export { type Batches, type BatchOptions, batches } from "./data/batches.js";
export { type Split, type SplitOptions, trainTestSplit } from "./data/train-test-split.js";
export { type Fold, type FoldOptions, kFolds } from "./data/k-folds.js";
export { oneHot } from "./data/one-hot.js";
export { Standardizer, type StandardizerState } from "./data/standardizer.js";

export { glorotNormal } from "./initializers/glorot-normal.js";
export { glorotUniform } from "./initializers/glorot-uniform.js";
export { heNormal } from "./initializers/he-normal.js";
export { heUniform } from "./initializers/he-uniform.js";
export type { Initializer } from "./initializers/initializer.js";
export { lecunNormal } from "./initializers/lecun-normal.js";
export { lecunUniform } from "./initializers/lecun-uniform.js";
export { normal } from "./initializers/normal.js";
export { orthogonal } from "./initializers/orthogonal.js";
export { zeros } from "./initializers/zeros.js";
export { Activation } from "./layers/activation.js";
export { BatchNorm, type BatchNormOptions } from "./layers/batch-norm.js";
export { Container } from "./layers/container.js";
export { Dense, type DenseOptions } from "./layers/dense.js";
export { Dropout, type DropoutOptions } from "./layers/dropout.js";
export { type BackwardOptions, type Computed, Layer, type Pass } from "./layers/layer.js";
export { LayerNorm, type LayerNormOptions } from "./layers/layer-norm.js";
export { type Parameter, parameter } from "./parameters/parameter.js";
export { PassError } from "./errors/pass-error.js";
export { ReLU } from "./layers/relu.js";
export { Residual } from "./layers/residual.js";
export { Sequential, sequential } from "./layers/sequential.js";
export { Sigmoid } from "./layers/sigmoid.js";
export { Tanh } from "./layers/tanh.js";
export { ELU } from "./layers/elu.js";
export { GELU, type GELUOptions } from "./layers/gelu.js";
export { LeakyReLU } from "./layers/leaky-relu.js";
export { SiLU } from "./layers/silu.js";
export { Softmax } from "./layers/softmax.js";
export { Softplus } from "./layers/softplus.js";
export { Embedding, type EmbeddingOptions, type EmbeddingOutputs } from "./layers/embedding.js";

export { softmax } from "./losses/softmax.js";
export { logSoftmax } from "./losses/log-softmax.js";
export type { Labels, Loss, LossAndGradient, LossFunction } from "./losses/loss.js";
export { softmaxCrossEntropy } from "./losses/softmax-cross-entropy.js";
export { L1 } from "./regularizers/l1.js";
export type { SoftmaxCrossEntropyOptions } from "./losses/weighted-cross-entropy.js";
export { type BinaryCrossEntropyOptions, binaryCrossEntropy } from "./losses/binary-cross-entropy.js";
export { type HingeOptions, hinge } from "./losses/hinge.js";
export { type MeanSquaredErrorOptions, meanSquaredError } from "./losses/mean-squared-error.js";
export { meanAbsoluteError } from "./losses/mean-absolute-error.js";
export { type HuberOptions, huber } from "./losses/huber.js";
export type { ReductionOptions } from "./losses/reduction.js";
export { L2 } from "./regularizers/l2.js";
export { ElasticNet, type ElasticNetOptions } from "./regularizers/elastic-net.js";
export { MaxNorm } from "./regularizers/max-norm.js";
export type { Regularizer } from "./regularizers/regularizer.js";
export { Optimizer, type OptimizerOptions, type Update } from "./optimizers/optimizer.js";
export { SGD, type SGDOptions } from "./optimizers/sgd.js";
export { RMSProp, type RMSPropOptions } from "./optimizers/rmsprop.js";
export { Adagrad, type AdagradOptions } from "./optimizers/adagrad.js";
export { Adam, type AdamOptions } from "./optimizers/adam.js";
export { AdamW } from "./optimizers/adamw.js";
export { type ClipOptions, clipGradients } from "./optimizers/clip-gradients.js";

export type { Schedule } from "./schedules/schedule.js";
export { constant } from "./schedules/constant.js";
export { type StepDecayOptions, stepDecay } from "./schedules/step-decay.js";
export { type ExponentialDecayOptions, exponentialDecay } from "./schedules/exponential-decay.js";
export { type CosineOptions, cosine } from "./schedules/cosine.js";
export { type LinearWarmupOptions, linearWarmup } from "./schedules/linear-warmup.js";
export { type OneCycleOptions, oneCycle } from "./schedules/one-cycle.js";
export { sequence } from "./schedules/sequence.js";

export { DivergedError } from "./training/diverged-error.js";
export { fit } from "./training/fit.js";
export type { History } from "./training/history.js";
export type { BestEpoch, EpochMeans, Progress, SavedModel } from "./training/progress.js";
export { train } from "./training/train.js";
export type { Metric, TargetsLike, TrainOptions } from "./training/train-options.js";
export type { EpochEnd, TrainingStep, Validation } from "./training/training-step.js";

export type { Checkpoint } from "./checkpoints/checkpoint.js";
export { checkpointFromJSON } from "./checkpoints/checkpoint-from-json.js";
export { fromSafetensors } from "./checkpoints/from-safetensors.js";
export type { PartsOptions, SavedScaler } from "./checkpoints/parts.js";
export type { Json, PlainData, PlainRecord } from "./checkpoints/plain-data.js";
export { type Restored, restore } from "./checkpoints/restore.js";
export { type StateOptions, stateOf } from "./checkpoints/state-of.js";
export { type SafetensorsOptions, toSafetensors } from "./checkpoints/to-safetensors.js";

export { accuracy } from "./metrics/accuracy.js";
export { topKAccuracy } from "./metrics/top-k-accuracy.js";
export { ConfusionMatrix, type ConfusionMatrixOptions, confusionMatrix } from "./metrics/confusion-matrix.js";
export type { Average, Averaged, AverageOptions } from "./metrics/average.js";
export { precision } from "./metrics/precision.js";
export { recall } from "./metrics/recall.js";
export { f1 } from "./metrics/f1.js";
export { r2 } from "./metrics/r2.js";

export { type GradientCheck, gradientCheck } from "./gradient-check/gradient-check.js";
export type {
  ComparisonOptions,
  FunctionCheckOptions,
  GradientCheckOptions,
} from "./gradient-check/options.js";
export { type GradientEntry, GradientReport } from "./gradient-check/gradient-report.js";
export type { GradientProblem } from "./gradient-check/gradient-problem.js";
export type { Diagnosis, DiagnosisKind } from "./gradient-check/diagnosis.js";
export type { WrongGradient } from "./gradient-check/wrong-gradient.js";
export { diagnose } from "./gradient-check/diagnose.js";
