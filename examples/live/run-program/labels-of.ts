import { Matrix } from "spiralnet";
import { LIMITS } from "../limits.js";

/** The class of each row if targets of a loss are labels, probabilities or 0 and 1; undefined if they are not. */
export function labelsOf(targets: unknown): ArrayLike<number> | undefined {
  if (!(targets instanceof Matrix)) return areLabels(targets) ? targets : undefined;
  if (targets.cols === 1) return areLabels(targets.data) ? targets.data : undefined;
  const sums = targets.sum(1).data;
  const isShared = targets.data.every((share) => share >= 0) && sums.every((sum) => Math.abs(sum - 1) < 1e-9);
  return isShared ? labelsOf(targets.argmax(1)) : undefined;
}

function areLabels(values: unknown): values is ArrayLike<number> {
  const list = Array.from((values ?? []) as ArrayLike<unknown>);
  return list.every(
    (label) => Number.isInteger(label) && (label as number) >= 0 && (label as number) < LIMITS.classes[1],
  );
}
