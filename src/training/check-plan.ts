import { batchCount } from "../data/batches.js";
import { type AnyTargets, checkExamples, type Examples } from "../data/examples.js";
import { checkBoolean, checkFunction } from "../errors/kind.js";
import { checkInteger } from "../errors/number.js";
import { isPlain } from "../errors/options.js";
import { wrongNumber, wrongType } from "../errors/wrong.js";
import { checkLayer } from "../layers/check-layers.js";
import type { Layer } from "../layers/layer.js";
import { checkInput } from "../matrix/checks.js";
import type { Optimizer } from "../optimizers/optimizer.js";
import { checkParameters } from "../parameters/check-parameters.js";
import { checkRandom } from "../random/check-random.js";
import type { Plan } from "./plan.js";
import { scheduledRate } from "./take-step.js";

/** Throws unless the options are of their kinds and fit together. */
export function checkPlan(plan: Plan): void {
  const { operation, model, loss, optimizer, data, epochs, schedule } = plan;
  checkLayer(`${operation}: model`, model);
  checkFunction(`${operation}: loss`, loss, "a function such as softmaxCrossEntropy");
  checkOptimizer(operation, optimizer, model);
  checkData(`${operation}: data`, data, model);
  checkInteger(`${operation}: epochs`, epochs, 0);
  checkBatches(plan);
  checkRegularizers(`${operation}: regularizers`, plan.regularizers);
  if (schedule !== undefined) {
    checkFunction(`${operation}: schedule`, schedule, "a function of the step");
    scheduledRate(plan, schedule, 0);
  }
  checkMetrics(`${operation}: metrics`, plan.metrics);
  checkValidation(plan);
}

/** Throws unless the optimizer changes parameters of the model, and no others. */
function checkOptimizer(operation: string, optimizer: unknown, model: Layer): void {
  const { step, learningRate, parameters } = Object(optimizer) as Partial<Optimizer>;
  if (typeof step !== "function" || typeof learningRate !== "number") {
    wrongType(
      `${operation}: optimizer`,
      optimizer,
      "an optimizer such as new SGD(model.parameters, { ... })",
    );
  }
  checkParameters(`${operation}: optimizer`, parameters);
  const own = new Set(model.parameters.map(({ value }) => value.data));
  const stranger = parameters.find(({ value }) => !own.has(value.data));
  if (stranger === undefined) return;
  throw new TypeError(
    `${operation}: the optimizer changes ${stranger.name}, which is no parameter of the model; ` +
      "expected an optimizer that was made with the parameters of this model",
  );
}

function checkData(place: string, data: Examples<AnyTargets>, model: Layer): void {
  checkExamples(place, data);
  checkInput(place, data.x, model.inputs);
}

function checkBatches({ operation, data, batchSize, dropLast, random }: Plan): void {
  checkBoolean(`${operation}: dropLast`, dropLast);
  if (random !== undefined) checkRandom(operation, random);
  if (batchSize === undefined) {
    if (random === undefined && !dropLast) return;
    const given = random === undefined ? "dropLast" : "random";
    throw new TypeError(
      `${operation}: ${given} is given without batchSize; expected both, for mini-batches, or neither`,
    );
  }
  checkInteger(`${operation}: batchSize`, batchSize, 1);
  const { rows } = data.x;
  if (batchCount(rows, batchSize, dropLast) > 0) return;
  wrongNumber(`${operation}: batchSize`, batchSize, `at most ${rows}, the rows of data, if dropLast is true`);
}

function checkRegularizers(place: string, regularizers: unknown): void {
  if (!Array.isArray(regularizers)) wrongType(place, regularizers, "an array such as [new L2(0.001)]");
  for (const [i, regularizer] of regularizers.entries()) {
    if (typeof regularizer?.apply === "function") continue;
    wrongType(`${place}[${i}]`, regularizer, "a regularizer such as new L2(0.001)");
  }
}

function checkMetrics(place: string, metrics: unknown): void {
  if (!isPlain(metrics)) wrongType(place, metrics, "a plain object of functions such as { accuracy }");
  for (const [name, metric] of Object.entries(metrics)) checkFunction(`${place}.${name}`, metric);
}

function checkValidation({ operation, model, validation, keepBest, patience }: Plan): void {
  checkBoolean(`${operation}: keepBest`, keepBest);
  if (patience !== Number.POSITIVE_INFINITY) checkInteger(`${operation}: patience`, patience, 1);
  if (validation !== undefined) checkData(`${operation}: validation`, validation, model);
  const needing = keepBest ? "keepBest" : patience < Number.POSITIVE_INFINITY ? "patience" : undefined;
  if (validation !== undefined || needing === undefined) return;
  throw new TypeError(
    `${operation}: ${needing} is given without validation; expected validation data, whose loss it goes by`,
  );
}
