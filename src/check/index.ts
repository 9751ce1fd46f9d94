/**
 * Homework judged against the library: layers, losses and optimizers of your own beside those they should be
 * like.
 *
 * @module spiralnet/check
 */

export { type CheckLayerOptions, checkLayer } from "./check-layer.js";
export { type CheckLossOptions, checkLoss } from "./check-loss.js";
export { type CheckOptimizerOptions, checkOptimizer } from "./check-optimizer.js";
export type { CheckOptions } from "./check-options.js";
export { type CheckDifference, CheckReport } from "./check-report.js";
export type { DifferenceKind } from "./difference-kind.js";
export type { LayerFunctions } from "./layer-functions.js";
export type { LayerMaker } from "./layer-maker.js";
export type { TargetKind } from "./loss-targets.js";
export type { LossPair } from "./loss-trial.js";
export type { OptimizerFunctions, OptimizerMaker } from "./optimizer-functions.js";
