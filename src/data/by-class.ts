import { checkBoolean } from "../errors/kind.js";
import { isList } from "../errors/typed-array.js";
import { wrongType } from "../errors/wrong.js";
import type { AnyTargets } from "./examples.js";

/** Throws unless `stratify` is true or false, and y has classes if it is true. */
export function checkStratify(operation: string, stratify: unknown, y: AnyTargets): void {
  checkBoolean(`${operation}: stratify`, stratify);
  if (stratify && !isList(y)) wrongType(`${operation}: y`, y, "an array of labels if stratify is true");
}

/**
 * The indices class by class, those of a class in the order in which they came. Whoever deals them out evenly
 * divides each class evenly.
 */
export function byClass(indices: readonly number[], y: AnyTargets): number[] {
  const labels = y as ArrayLike<number>;
  return [...indices].sort((a, b) => (labels[a] as number) - (labels[b] as number));
}
