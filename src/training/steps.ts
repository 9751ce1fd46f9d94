import { batchCount, batchesInOrder } from "../data/batches.js";
import type { AnyTargets, Examples } from "../data/examples.js";
import { isNonFinite } from "../errors/non-finite-error.js";
import { listOf } from "../random/items.js";
import { permuted } from "../random/permuted.js";
import type { RandomSnapshot } from "../random/random-state.js";
import { diverged } from "./diverged-error.js";
import { metricMeans, noMeans, withStep } from "./epoch-means.js";
import { evaluate } from "./evaluate.js";
import type { Plan } from "./plan.js";
import type { BestEpoch, EpochMeans, Progress } from "./progress.js";
import { putBack, saveModel } from "./saved-model.js";
import { takeStep } from "./take-step.js";
import type { EpochEnd, TrainingStep } from "./training-step.js";

/** The steps of a training, each yielded after it was made. */
export function* stepsOf(plan: Plan): Generator<TrainingStep, void, undefined> {
  const { data, batchSize, dropLast, epochs, keepBest, patience } = plan;
  let at = startOf(plan);
  try {
    while (at.epoch < epochs && !(at.best !== null && at.epoch - at.best.epoch > patience)) {
      const { order, rows } = orderOf(plan, at);
      const batches =
        batchSize === undefined ? [data] : batchesInOrder(data, rows, batchSize, dropLast, at.batch);
      for (const batch of batches) {
        const made = advance(plan, { ...at, order }, batch);
        at = made.progress;
        yield made;
      }
    }
  } finally {
    // A caller that breaks off ends here, too.
    if (keepBest && at.best?.saved) putBack(at.best.saved, plan.model);
  }
}

/** Where the training stands before its next step. Between two epochs, batches and metrics may change. */
function startOf(plan: Plan): Progress {
  const { from } = plan;
  if (from === undefined) return { step: 0, best: null, ...epochStart(plan, 0) };
  return from.batch > 0 ? from : { step: from.step, best: from.best, ...epochStart(plan, from.epoch) };
}

/** Where a training stands before an epoch. */
function epochStart({ data, batchSize, metrics }: Plan, epoch: number): Omit<Progress, "step" | "best"> {
  const { rows } = data.x;
  const means = noMeans(Object.keys(metrics));
  return { epoch, batch: 0, rows, batchSize: batchSize ?? rows, order: null, means };
}

/**
 * The order of an epoch's rows, and the generator from before it was drawn. In the middle of an epoch it is
 * drawn once more from there; then the generator goes on as if it had not been.
 */
function orderOf(plan: Plan, at: Progress): { order: RandomSnapshot | null; rows: number[] } {
  const { operation, random, data } = plan;
  if (random === undefined) return { order: null, rows: listOf(data.x.rows, (i) => i) };
  const now = random.getState();
  const draw = () => permuted(operation, random, data.x.rows);
  if (at.order === null) return { order: now, rows: draw() };
  random.setState(at.order);
  try {
    return { order: at.order, rows: draw() };
  } finally {
    random.setState(now);
  }
}

/** Makes a step, and ends the epoch if it is the last one. */
function advance(plan: Plan, at: Progress, batch: Examples<AnyTargets>): TrainingStep {
  const { step, epoch } = at;
  try {
    const { metrics, ...numbers } = takeStep(plan, batch, step);
    const { rows } = batch.x;
    const means = withStep(at.means, { ...numbers, metrics }, rows, at.batch * at.batchSize + rows);
    const progress = { ...at, step: step + 1, batch: at.batch + 1, means };
    const isLast = progress.batch === batchCount(at.rows, at.batchSize, plan.dropLast);
    if (!isLast) return { step, epoch, ...numbers, progress, epochEnd: undefined };
    const { epochEnd, best } = endEpoch(plan, at, means);
    return {
      step,
      epoch,
      ...numbers,
      progress: { step: step + 1, best, ...epochStart(plan, epoch + 1) },
      epochEnd,
    };
  } catch (error) {
    throw isNonFinite(error) ? diverged(plan, at, error) : error;
  }
}

/** How the epoch went, and which one is the best now. */
function endEpoch(
  plan: Plan,
  { epoch, best }: Progress,
  means: EpochMeans,
): { epochEnd: EpochEnd; best: BestEpoch | null } {
  const { model, validation: data, keepBest } = plan;
  const { loss, dataLoss } = means;
  const validation = data && evaluate(plan, data);
  const isBest = validation !== undefined && validation.loss < (best?.loss ?? Number.POSITIVE_INFINITY);
  return {
    epochEnd: { loss, dataLoss, metrics: metricMeans(means), validation, isBest },
    best: isBest ? { epoch, loss: validation.loss, saved: keepBest ? saveModel(model) : null } : best,
  };
}
