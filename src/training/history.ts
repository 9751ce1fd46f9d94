import type { EpochEnd } from "./training-step.js";

/**
 * What became of each epoch of a training, as plain data to be printed, drawn and saved. Entry i of each list
 * is of epoch i, or of epoch `from.epoch + i` if the training went on from a progress.
 *
 * @typeParam Name - the names of the metrics
 */
export interface History<Name extends string = string> {
  /** Means of the loss with the penalty over the steps. */
  readonly loss: number[];
  /** Means of the loss without the penalty. */
  readonly dataLoss: number[];
  /** Means of the metrics over the steps, by a model that still learned. */
  readonly metrics: Readonly<Record<Name, number[]>>;
  /** The loss on the validation data, without a penalty; empty if there are none. */
  readonly validationLoss: number[];
  /** The metrics on the validation data; empty if there are none. */
  readonly validationMetrics: Readonly<Record<Name, number[]>>;
  /** The learning rate of the last step. */
  readonly learningRate: number[];
}

/** The history of no epoch. */
export function emptyHistory(names: readonly string[]): History {
  const lists = () => Object.fromEntries(names.map((name) => [name, []]));
  return {
    loss: [],
    dataLoss: [],
    metrics: lists(),
    validationLoss: [],
    validationMetrics: lists(),
    learningRate: [],
  };
}

/** Appends an epoch. */
export function appendEpoch(history: History, epoch: EpochEnd, learningRate: number): void {
  const { loss, dataLoss, metrics, validation } = epoch;
  history.loss.push(loss);
  history.dataLoss.push(dataLoss);
  appendTo(history.metrics, metrics);
  history.learningRate.push(learningRate);
  if (validation === undefined) return;
  history.validationLoss.push(validation.loss);
  appendTo(history.validationMetrics, validation.metrics);
}

/** Appends each number to the list of its name. */
function appendTo(
  lists: Readonly<Record<string, number[]>>,
  numbers: Readonly<Record<string, number>>,
): void {
  for (const [name, list] of Object.entries(lists)) list.push(numbers[name] as number);
}
