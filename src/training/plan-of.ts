import { checkOptions } from "../errors/options.js";
import { checkPlan } from "./check-plan.js";
import { checkProgress } from "./check-progress.js";
import { rehearse } from "./evaluate.js";
import type { Plan } from "./plan.js";

const DEFAULTS = {
  model: undefined,
  loss: undefined,
  optimizer: undefined,
  data: undefined,
  epochs: undefined,
  batchSize: undefined,
  dropLast: false,
  random: undefined,
  regularizers: [],
  schedule: undefined,
  metrics: {},
  validation: undefined,
  keepBest: false,
  patience: Number.POSITIVE_INFINITY,
  from: undefined,
} as const satisfies Partial<Record<keyof Plan, unknown>>;

/** The plan of `train` or `fit`. Throws unless all options are right, before anything is changed. */
export function planOf(operation: string, options: object): Plan {
  checkOptions(operation, options, Object.keys(DEFAULTS));
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const plan = { ...DEFAULTS, ...Object.fromEntries(given), operation } as unknown as Plan;
  checkPlan(plan);
  if (plan.from !== undefined) checkProgress(plan, plan.from);
  rehearse(plan);
  return plan;
}
