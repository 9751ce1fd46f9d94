import { casesOf, type Edge, large, negative, tiny, zeros } from "./cases.js";
import { checkMade } from "./check-made.js";
import { type CheckOptions, optionsOf } from "./check-options.js";
import type { CheckReport } from "./check-report.js";
import { judge } from "./judge.js";
import type { OptimizerFunctions, OptimizerMaker } from "./optimizer-functions.js";
import { optimizerTrial } from "./optimizer-trial.js";

/** What an optimizer is compared with, and how. */
export interface CheckOptimizerOptions extends CheckOptions {
  /** Makes the library's optimizer, with the same numbers as yours, such as the learning rate. */
  readonly like: OptimizerMaker;
}

/**
 * Compares an optimizer of yours with one of the library: both take the same steps with the same gradients,
 * on a matrix of weights and a row of biases. The report names the first difference and shows the smallest
 * input that was found to have it.
 *
 * @param mine - a function that makes your optimizer, or an {@link OptimizerFunctions}
 * @throws TypeError or RangeError if an argument is not of its kind, or if `like` takes none of the inputs.
 * What your optimizer throws is a difference in the report
 * @example
 * ```ts
 * import { type Matrix, type Parameter, SGD } from "spiralnet";
 * import { checkOptimizer } from "spiralnet/check";
 *
 * const momentum = {
 *   update(w: Matrix, dw: Matrix, config = { velocity: dw.multiply(0) }) {
 *     const velocity = config.velocity.multiply(0.9).subtract(dw.multiply(0.01));
 *     return [w.add(velocity), { velocity }] as const;
 *   },
 * };
 * const like = (parameters: readonly Parameter[]) =>
 *   new SGD(parameters, { learningRate: 0.01, momentum: 0.9 });
 * checkOptimizer(momentum, { like }).passed; // => true
 * ```
 */
export function checkOptimizer<Config>(
  mine: OptimizerMaker | OptimizerFunctions<Config>,
  options: CheckOptimizerOptions,
): CheckReport {
  const { seeded, ...how } = optionsOf("checkOptimizer", options, false);
  const { like } = options;
  checkMade("checkOptimizer: mine", mine, isUpdate, "an object with a method update", MAKER);
  checkMade("checkOptimizer: like", like, () => false, "an optimizer", MAKER);
  const gradients = (edge: Edge) => (name: string) => (name.startsWith("d") ? edge : undefined);
  // From 0 on, steps of any size show in all their digits.
  const tinySteps = (name: string) => (name.startsWith("d") ? tiny : zeros);
  const specials = [gradients(zeros), gradients(negative), gradients(large), tinySteps];
  return judge(
    "checkOptimizer",
    optimizerTrial(mine as OptimizerMaker, like),
    casesOf(seeded(), specials),
    how,
  );
}

const MAKER = "a function such as (parameters) => new SGD(parameters, { learningRate: 0.1 })";

function isUpdate(value: unknown): boolean {
  const { update, step } = Object(value) as { readonly update?: unknown; readonly step?: unknown };
  // What has a method step is an optimizer, whose parameters are not those of the check.
  return typeof value === "object" && typeof update === "function" && step === undefined;
}
