import type { AnyTargets } from "../data/examples.js";
import type { Layer } from "../layers/layer.js";
import { planOf } from "./plan-of.js";
import { stepsOf } from "./steps.js";
import type { TrainOptions } from "./train-options.js";
import type { TrainingStep } from "./training-step.js";

/**
 * Trains a model step by step: yields after each step of the optimizer, and says when an epoch has ended.
 * What happens between two steps is up to the loop around it: log, draw, save `progress`, wait for the
 * browser's next frame, or stop with `break`.
 *
 * A step is the same arithmetic as the loop by hand: `forward`, the loss, `backward`, the regularizers,
 * `step`. Without `batchSize` each step is of all rows in their order, and an epoch is one step. The call
 * checks the options; to find targets that the loss or a metric refuses, it tries them on what the model
 * predicts. Nothing is changed before the first step.
 *
 * With `keepBest` the loop leaves the best model behind however it ends, by `break` and by an error, too. To
 * go on later from a step, save the model, the optimizer, the generators and `progress` in the loop, not
 * after it.
 *
 * @throws TypeError, RangeError or ShapeError if an option is missing, unknown or wrong, or if two do not
 * fit; from a step, {@link DivergedError} if a number becomes NaN or infinite, and whatever a layer, loss,
 * metric, regularizer or schedule throws
 * @example
 * ```ts
 * import {
 *   Dense, L2, normal, RandomState, ReLU, SGD, sequential,
 * } from "spiralnet";
 * import { softmaxCrossEntropy, spiral, train } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const data = spiral({ classes: 3, pointsPerClass: 100, random });
 * const weights = normal(0.01);
 * const model = sequential(
 *   new Dense(2, 100, { weights, random }),
 *   new ReLU(),
 *   new Dense(100, 3, { weights, random }),
 * );
 * const optimizer = new SGD(model.parameters, { learningRate: 1 });
 *
 * const losses: number[] = [];
 * const training = {
 *   model,
 *   loss: softmaxCrossEntropy,
 *   optimizer,
 *   data,
 *   regularizers: [new L2(1e-3)],
 * };
 * for (const { step, loss } of train({ ...training, epochs: 10_000 })) {
 *   if (step % 100 === 0) losses.push(loss);
 *   if (loss < 0.7) break;
 * }
 * losses[0]; // ≈ 1.0987647
 * ```
 *
 * @example Mini-batches, with a report of each epoch
 * ```ts
 * import {
 *   accuracy, Dense, RandomState, SGD, softmaxCrossEntropy, spiral, train,
 * } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const data = spiral({ classes: 3, pointsPerClass: 100, random });
 * const validation = spiral({ classes: 3, pointsPerClass: 20, random });
 * const model = new Dense(2, 3, { random });
 * const optimizer = new SGD(model.parameters, { learningRate: 0.1 });
 *
 * const log: string[] = [];
 * for (const { epoch, epochEnd } of train({
 *   model,
 *   loss: softmaxCrossEntropy,
 *   optimizer,
 *   data,
 *   batchSize: 32,
 *   epochs: 3,
 *   random,
 *   metrics: { accuracy },
 *   validation,
 *   patience: 5,
 * })) {
 *   if (epochEnd === undefined) continue;
 *   const { loss, validation } = epochEnd;
 *   log.push(`epoch ${epoch}: ${loss}, ${validation?.metrics.accuracy}`);
 * }
 * log.length; // => 3
 * ```
 */
export function train<
  Model extends Layer,
  Targets extends AnyTargets,
  Features extends number,
  Name extends string = never,
>(options: TrainOptions<Targets, Name, Model, Features>): Generator<TrainingStep<Name>, void, undefined> {
  return stepsOf(planOf("train", options));
}
