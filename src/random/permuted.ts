import { wrongNumber } from "../errors/wrong.js";
import { checkIndices } from "../matrix/check-indices.js";
import type { RandomState } from "./random-state.js";

/**
 * The integers below `count` in random order, from one call of `permutation`. Somebody else may have written
 * the generator, so what it returns is checked.
 */
export function permuted(operation: string, random: RandomState, count: number): number[] {
  const order = random.permutation(count);
  checkIndices(`${operation}: a random permutation`, order, count);
  if (order.length === count) return order;
  return wrongNumber(`${operation}: the length of a random permutation`, order.length, String(count));
}
