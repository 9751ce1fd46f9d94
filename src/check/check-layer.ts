import { checkFunction } from "../errors/kind.js";
import type { Layer } from "../index.js";
import { all, casesOf, constantColumns, large, negative, only, single, whole, zeros } from "./cases.js";
import { type CheckOptions, judgingOf } from "./check-options.js";
import type { CheckReport } from "./check-report.js";
import { judge } from "./judge.js";
import type { LayerFunctions } from "./layer-functions.js";
import { isFunctions, isLayer, type LayerMaker } from "./layer-maker.js";
import { layerTrial } from "./layer-trial.js";
import { restorer } from "./snapshot.js";

/** What a layer is compared with, and how. */
export interface CheckLayerOptions extends CheckOptions {
  /** The library's layer, or a function that makes it in a given width. */
  readonly like: Layer | LayerMaker;
}

/**
 * Compares a layer of yours with one of the library: the same parameters and inputs go into both. The report
 * names the first difference, shows the smallest input that was found to have it, and says which usual
 * mistake explains a wrong gradient.
 *
 * Yours is a layer, a {@link LayerFunctions} or a function that makes one of the two. If both sides are made
 * by functions, all shapes are tried. The parameters of `like` are copied into those of the same shape and
 * name, or else of the same shape and role, or else of the same shape, in the order in which they are listed;
 * so is its state, with the positions of its random generators. A layer that is passed itself is afterwards
 * as it was before. At a kink, such as ReLU's at 0, any finite derivative passes.
 *
 * Functions that keep running statistics or a generator are to be passed as a function that makes them anew:
 * `() => batchNorm()`. A generator of theirs has to begin with the seed of that of `like`.
 *
 * @param mine - the layer to check
 * @throws TypeError or RangeError if an argument is not of its kind, or if `like` takes none of the inputs.
 * What your layer throws, or a function that makes anything else, is a difference in the report
 * @example
 * ```ts
 * import { Dense, type Matrix } from "spiralnet";
 * import { checkLayer } from "spiralnet/check";
 *
 * const affine = {
 *   forward: (x: Matrix, w: Matrix, b: Matrix) =>
 *     [x.matmul(w).add(b), { x, w }] as const,
 *   backward: (dout: Matrix, { x, w }: { x: Matrix; w: Matrix }) => [
 *     dout.matmul(w.transpose()),
 *     x.transpose().matmul(dout),
 *     dout.sum(0),
 *   ],
 * };
 * checkLayer(affine, { like: (inputs, outputs) => new Dense(inputs, outputs) })
 *   .passed; // => true
 *
 * const mean = {
 *   ...affine,
 *   backward: (dout: Matrix, cache: { x: Matrix; w: Matrix }) => [
 *     ...affine.backward(dout, cache).slice(0, 2),
 *     dout.mean(0),
 *   ],
 * };
 * const report = checkLayer(mean, {
 *   like: (inputs, outputs) => new Dense(inputs, outputs),
 * });
 * report.difference?.place; // => "the gradient of biases"
 * ```
 */
export function checkLayer<Cache>(
  mine: LayerFunctions<Cache> | LayerMaker<Layer | LayerFunctions<Cache>>,
  options: CheckLayerOptions,
): CheckReport;
export function checkLayer(mine: Layer, options: CheckLayerOptions): CheckReport;
export function checkLayer(
  mine: Layer | LayerFunctions | LayerMaker<Layer | LayerFunctions>,
  options: CheckLayerOptions,
): CheckReport {
  const judging = judgingOf("checkLayer", options);
  const { like } = options;
  const expected = "a layer, or a function such as (inputs, outputs) => new Dense(inputs, outputs)";
  if (!isLayer(mine) && !isFunctions(mine)) checkFunction("checkLayer: mine", mine, expected);
  if (!isLayer(like)) checkFunction("checkLayer: like", like, expected);
  const edges = [zeros, negative, constantColumns, whole, large, all(-1), single];
  const cases = casesOf(
    judging.random,
    edges.map((edge) => only(edge, "x")),
  );
  const restore = restorer([mine, like].filter(isLayer));
  try {
    return judge("checkLayer", layerTrial(mine, like), cases, judging);
  } finally {
    restore();
  }
}
