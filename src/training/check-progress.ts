import { batchCount } from "../data/batches.js";
import { checkFinite, checkInteger } from "../errors/number.js";
import { isPlain } from "../errors/options.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import { checkSameShape } from "../matrix/check-same-shape.js";
import { checkAllFinite, checkMatrix } from "../matrix/checks.js";
import type { Matrix } from "../matrix/matrix.js";
import { checkSnapshot } from "../random/snapshot.js";
import type { Plan } from "./plan.js";
import type { BestEpoch, EpochMeans, Progress, SavedModel } from "./progress.js";
import { matricesOf } from "./saved-model.js";

const EXPECTED = "the progress of a step that train made";

/** Throws unless a training with these options can go on from there. */
export function checkProgress(plan: Plan, from: unknown): asserts from is Progress {
  const place = `${plan.operation}: from`;
  checkPlain(place, from);
  const { step, epoch, batch, best } = from as Progress;
  checkInteger(`${place}.step`, step, 0);
  checkInteger(`${place}.epoch`, epoch, 0);
  checkInteger(`${place}.batch`, batch, 0);
  const begun = epoch + Math.min(batch, 1);
  if (plan.epochs < begun) {
    const expected = `at least ${begun}, which from has begun: epochs count from the beginning of the training`;
    wrongNumber(`${plan.operation}: epochs`, plan.epochs, expected);
  }
  if (batch > 0) checkEpoch(plan, place, from as Progress);
  if (best !== null) checkBest(plan, `${place}.best`, best);
}

/** Throws unless an epoch that has begun can go on. */
function checkEpoch(plan: Plan, place: string, from: Progress): void {
  const { data, batchSize = data.x.rows, dropLast, random, metrics } = plan;
  const same = "as when the epoch began";
  if (from.rows !== data.x.rows)
    wrongNumber(`${place}.rows`, from.rows, `${data.x.rows}, the rows of data, ${same}`);
  if (from.batchSize !== batchSize)
    wrongNumber(`${place}.batchSize`, from.batchSize, `${batchSize}, ${same}`);
  checkInteger(`${place}.batch`, from.batch, 0, batchCount(from.rows, batchSize, dropLast) - 1);
  if (random === undefined) {
    if (from.order !== null) wrongType(`${place}.order`, from.order, `null without random, ${same}`);
  } else {
    checkSnapshot(`${place}.order`, from.order);
  }
  checkMeans(`${place}.means`, from.means, Object.keys(metrics));
}

function checkMeans(place: string, means: EpochMeans, names: readonly string[]): void {
  checkPlain(place, means);
  checkFinite(`${place}.loss`, means.loss);
  checkFinite(`${place}.dataLoss`, means.dataLoss);
  checkNames(`${place}.metrics`, means.metrics, names);
  for (const name of names) {
    const mean = means.metrics[name];
    if (mean !== null) checkFinite(`${place}.metrics.${name}`, mean);
  }
}

function checkBest({ model, keepBest }: Plan, place: string, best: BestEpoch): void {
  checkPlain(place, best);
  checkInteger(`${place}.epoch`, best.epoch, 0);
  checkFinite(`${place}.loss`, best.loss);
  if (best.saved !== null) checkSaved(`${place}.saved`, best.saved, model);
  else if (keepBest) wrongType(`${place}.saved`, null, "the best parameters: keepBest from the beginning");
}

function checkSaved(place: string, saved: SavedModel, model: Plan["model"]): void {
  checkPlain(place, saved);
  const { parameters, state } = saved;
  if (!Array.isArray(parameters)) wrongType(`${place}.parameters`, parameters, "an array of matrices");
  const count = model.parameters.length;
  if (parameters.length !== count)
    wrongNumber(`${place}.parameters.length`, parameters.length, String(count));
  for (const [i, { name, value }] of model.parameters.entries()) {
    checkLike(`${place}.parameters[${i}]`, parameters[i], value, name);
  }
  const matrices = matricesOf(model);
  checkNames(
    `${place}.state`,
    state,
    matrices.map(([name]) => name),
  );
  for (const [name, matrix] of matrices) checkLike(`${place}.state.${name}`, state[name], matrix, name);
}

function checkLike(place: string, saved: unknown, matrix: Matrix, name: string): void {
  checkMatrix(place, saved);
  checkSameShape(place, saved.shape, matrix.shape, ["what was saved", name]);
  checkAllFinite(place, "what was saved", saved);
}

function checkNames(place: string, record: unknown, names: readonly string[]): void {
  checkPlain(place, record);
  const found = Object.keys(record);
  if (found.length === names.length && names.every((name) => found.includes(name))) return;
  throw new TypeError(`${place} has ${list(found)}; expected ${list(names)}`);
}

function checkPlain(place: string, value: unknown): asserts value is object {
  if (!isPlain(value)) wrongType(place, value, EXPECTED);
}

function list(names: readonly string[]): string {
  return names.join(", ") || "no names";
}
