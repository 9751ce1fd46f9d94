import type { RandomState } from "spiralnet";
import type { Setup } from "./setup.js";

/**
 * Whether to leave out the last batch of an epoch: BatchNorm can't learn from a batch of one. Elsewhere each
 * point counts.
 */
export function dropsLast({ model, training }: Setup, rows: number): boolean {
  const { batchSize } = training;
  return model.normalization === "BatchNorm" && batchSize > 1 && rows > batchSize && rows % batchSize === 1;
}

/** How many steps an epoch of so many points has. */
export function stepsPerEpoch(setup: Setup, rows: number): number {
  const { batchSize } = setup.training;
  if (batchSize === 0) return 1;
  return dropsLast(setup, rows) ? Math.floor(rows / batchSize) : Math.ceil(rows / batchSize);
}

/** The options of `train` for batches, none if each step is of all points. */
export function batchOptions(setup: Setup, rows: number, random: RandomState) {
  const { batchSize } = setup.training;
  return batchSize === 0 ? {} : { batchSize, random, dropLast: dropsLast(setup, rows) };
}
