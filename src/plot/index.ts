/**
 * Pictures as SVG text, for Node and browsers alike.
 *
 * @module spiralnet/plot
 */

export { type DecisionRegionsOptions, decisionRegions } from "./decision-regions.js";
export type { PointsInPlane } from "./labeled-points.js";
export { type LossCurveOptions, lossCurve } from "./loss-curve.js";
export type { LossAt, LossHistory } from "./loss-history.js";
export type { PictureOptions } from "./picture-options.js";
export type { PointsOptions } from "./points-options.js";
export type { HasPredict, PredictFunction, Predictor } from "./predictor.js";
export { scatter } from "./scatter.js";
