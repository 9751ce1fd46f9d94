import type { EpochMeans } from "./progress.js";
import type { StepNumbers } from "./take-step.js";

/** The means of an epoch before its first step. */
export function noMeans(metrics: readonly string[]): EpochMeans {
  return { loss: 0, dataLoss: 0, metrics: Object.fromEntries(metrics.map((name) => [name, 0])) };
}

/**
 * The means with one step more, which makes them means over `rows` rows; `added` of them are the step's.
 *
 * A mean moves by its distance to the new number, so that the mean of a single step is that step's number to
 * the last bit.
 */
export function withStep(means: EpochMeans, numbers: StepNumbers, added: number, rows: number): EpochMeans {
  const moved = (mean: number, value: number) => mean + (value - mean) * (added / rows);
  const metrics = Object.entries(numbers.metrics).map(([name, value]) => {
    const mean = moved(means.metrics[name] ?? Number.NaN, value);
    return [name, Number.isFinite(mean) ? mean : null] as const;
  });
  return {
    loss: moved(means.loss, numbers.loss),
    dataLoss: moved(means.dataLoss, numbers.dataLoss),
    metrics: Object.fromEntries(metrics),
  };
}

/** The means of the metrics, with NaN for what plain data hold null. */
export function metricMeans({ metrics }: EpochMeans): Record<string, number> {
  return Object.fromEntries(Object.entries(metrics).map(([name, mean]) => [name, mean ?? Number.NaN]));
}
