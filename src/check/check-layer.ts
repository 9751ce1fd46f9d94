import type { Layer } from "../index.js";
import { casesOf, constantColumns, large, negative, only, whole, zeros } from "./cases.js";
import { checkMade } from "./check-made.js";
import { type CheckOptions, optionsOf } from "./check-options.js";
import type { CheckReport } from "./check-report.js";
import { load, snapshotOf } from "./counterparts.js";
import { judge } from "./judge.js";
import type { LayerFunctions } from "./layer-functions.js";
import { isFunctions, isLayer, type LayerMaker } from "./layer-maker.js";
import { layerTrial } from "./layer-trial.js";

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
 * so is its state, with the positions of its random generators. A layer that is passed itself is afterwards as it was before. At a kink, such as ReLU's
 * at 0, any finite derivative passes.
 *
 * Functions that keep running statistics or a generator are to be passed as a function that makes them anew:
 * `() => batchNorm()`. A generator of theirs has to begin with the seed of that of `like`.
 *
 * @param mine - the layer to check
 * @throws TypeError or RangeError if an argument is not of its kind, or if `like` takes none of the inputs.
 * What your layer throws is a difference in the report
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
 * report.difference?.place; // => "the gradient of biases[0, 0]"
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
  const { seeded, ...how } = optionsOf("checkLayer", options, !isFunctions(mine));
  const { like } = options;
  checkMade("checkLayer: mine", mine, (value) => isLayer(value) || isFunctions(value), "a layer", MAKER);
  checkMade("checkLayer: like", like, isLayer, "a layer", MAKER);
  const restore = restorer([mine, like]);
  try {
    const edges = [zeros, negative, constantColumns, whole, large];
    const specials = edges.map((edge) => only(edge, "x", "other x"));
    const trial = layerTrial(mine, like);
    return judge("checkLayer", trial, casesOf(seeded(), specials), how);
  } finally {
    restore();
  }
}

const MAKER = "a function such as (inputs, outputs) => new Dense(inputs, outputs)";

/** Puts layers among these back to what they are now, as far as a check changes them. */
function restorer(items: readonly unknown[]): () => void {
  const saved = items.filter(isLayer).map((layer) => {
    const matrices = layer.parameters.flatMap(({ value, gradient }) => [value, gradient]);
    const numbers = matrices.map((matrix) => matrix.data.slice());
    const state = snapshotOf(layer.state);
    return () => {
      for (const [i, matrix] of matrices.entries()) matrix.data.set(numbers[i] as Float64Array);
      load(layer.state, state);
    };
  });
  return () => {
    for (const restore of saved) restore();
  };
}
