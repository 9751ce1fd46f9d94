import type { AnyTargets, Examples } from "../data/examples.js";
import { NonFiniteError } from "../errors/non-finite-error.js";
import { checkNonNegative } from "../errors/number.js";
import { wrongType } from "../errors/wrong.js";
import { lossOf, metricsOf } from "./evaluate.js";
import type { Plan } from "./plan.js";

/** The numbers of a step. */
export interface StepNumbers {
  readonly loss: number;
  readonly dataLoss: number;
  readonly penalty: number;
  readonly learningRate: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** One step of the training: the same arithmetic as a loop by hand. */
export function takeStep(plan: Plan, { x, y }: Examples<AnyTargets>, step: number): StepNumbers {
  const { operation, model, optimizer, regularizers, schedule } = plan;
  const outputs = model.forward(x);
  const { loss: dataLoss, gradient } = lossOf(plan, outputs, y);
  const metrics = metricsOf(plan, outputs, y);
  model.backward(gradient);
  let penalty = 0;
  for (const [i, regularizer] of regularizers.entries()) {
    const part: unknown = regularizer.apply(model.parameters);
    if (typeof part !== "number")
      wrongType(`${operation}: what regularizers[${i}] returned`, part, "a number");
    penalty += part;
  }
  const loss = dataLoss + penalty;
  if (!Number.isFinite(loss)) throw new NonFiniteError(`${operation}: the loss with its penalty is ${loss}`);
  if (schedule !== undefined) optimizer.learningRate = scheduledRate(plan, schedule, step);
  const { learningRate } = optimizer;
  optimizer.step();
  return { loss, dataLoss, penalty, learningRate, metrics };
}

/** The learning rate of a step. Throws unless it is one. */
export function scheduledRate({ operation }: Plan, schedule: (step: number) => number, step: number): number {
  const rate: unknown = schedule(step);
  checkNonNegative(`${operation}: the learning rate of schedule for step ${step}`, rate);
  return rate;
}
