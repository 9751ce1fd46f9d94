import type { AnyTargets } from "../data/examples.js";
import type { Layer } from "../layers/layer.js";
import { appendEpoch, emptyHistory, type History } from "./history.js";
import { planOf } from "./plan-of.js";
import { stepsOf } from "./steps.js";
import type { TrainOptions } from "./train-options.js";

/**
 * Trains a model to the end, or until `patience` runs out, and returns how each epoch went. It takes the
 * options of {@link train} and makes the same steps.
 *
 * @throws what {@link train} and its steps throw
 * @example
 * ```ts
 * import {
 *   accuracy, Dense, fit, RandomState, ReLU, SGD, sequential,
 * } from "spiralnet";
 * import { softmaxCrossEntropy, spiral } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const data = spiral({ classes: 3, pointsPerClass: 100, random });
 * const validation = spiral({ classes: 3, pointsPerClass: 50, random });
 * const model = sequential(
 *   new Dense(2, 50, { random }),
 *   new ReLU(),
 *   new Dense(50, 3, { random }),
 * );
 * const optimizer = new SGD(model.parameters, {
 *   learningRate: 0.5,
 *   momentum: 0.9,
 * });
 * const metrics = { accuracy };
 *
 * const history = fit({
 *   model,
 *   loss: softmaxCrossEntropy,
 *   optimizer,
 *   data,
 *   batchSize: 50,
 *   epochs: 60,
 *   random,
 *   metrics,
 *   validation,
 *   keepBest: true,
 * });
 * history.loss.length; // => 60
 * history.validationMetrics.accuracy.at(-1)! > 0.9; // => true
 * const { loss } = softmaxCrossEntropy(model.predict(validation.x), validation.y);
 * loss === Math.min(...history.validationLoss); // => true
 * ```
 */
export function fit<
  Model extends Layer,
  Targets extends AnyTargets,
  Features extends number,
  Name extends string = never,
>(options: TrainOptions<Targets, Name, Model, Features>): History<Name> {
  const plan = planOf("fit", options);
  const history = emptyHistory(Object.keys(plan.metrics));
  for (const { epochEnd, learningRate } of stepsOf(plan)) {
    if (epochEnd !== undefined) appendEpoch(history, epochEnd, learningRate);
  }
  return history;
}
