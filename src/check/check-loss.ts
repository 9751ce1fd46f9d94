import { checkFunction } from "../errors/kind.js";
import { wrongType } from "../errors/wrong.js";
import type { Labels, LossFunction, Matrix } from "../index.js";
import { all, casesOf, constantColumns, large, longer, negative, only, whole, zeros } from "./cases.js";
import { type CheckOptions, judgingOf } from "./check-options.js";
import type { CheckReport } from "./check-report.js";
import { remembering } from "./draw.js";
import { judge } from "./judge.js";
import { TARGET_KINDS, type TargetKind } from "./loss-targets.js";
import { type AnyLoss, type LossPair, lossTrial } from "./loss-trial.js";

/** What a loss is compared with, and how. */
export interface CheckLossOptions<Targets = Labels> extends CheckOptions {
  /** The library's loss function. */
  readonly like: LossFunction<Targets>;
  /** What both take for targets; if not given, the first kind that `like` takes. */
  readonly targets?: TargetKind | undefined;
}

/**
 * Compares a loss function of yours with one of the library: the same scores and targets go into both. The
 * report names the first difference, shows the smallest input that was found to have it, and says which usual
 * mistake explains a wrong gradient.
 *
 * @typeParam Targets - labels or a matrix, as your loss takes them
 * @param mine - the loss to check, which returns `{ loss, gradient }` or `[loss, dscores]`
 * @throws TypeError or RangeError if an argument is not of its kind, or if `like` takes none of the inputs.
 * What your loss throws is a difference in the report
 * @example
 * ```ts
 * import { Matrix, softmax, softmaxCrossEntropy } from "spiralnet";
 * import { checkLoss } from "spiralnet/check";
 *
 * const mine = (scores: Matrix, y: ArrayLike<number>) => {
 *   const probabilities = softmax(scores);
 *   const loss = -probabilities.pick(y).log().mean();
 *   // should be divided by the rows
 *   return [loss, probabilities.subtract(Matrix.oneHot(y, scores.cols))] as const;
 * };
 * const report = checkLoss(mine, { like: softmaxCrossEntropy });
 * report.difference?.what; // => "input-gradient"
 * ```
 */
export function checkLoss<Targets extends Labels | Matrix = Labels>(
  mine: LossFunction<Targets> | LossPair<Targets>,
  options: CheckLossOptions<Targets>,
): CheckReport {
  const judging = judgingOf("checkLoss", options, ["targets"]);
  const { like, targets } = options;
  checkFunction("checkLoss: mine", mine, "a loss function");
  checkFunction("checkLoss: like", like, "a loss function");
  if (targets !== undefined && !TARGET_KINDS.includes(targets)) {
    wrongType("checkLoss: targets", targets, TARGET_KINDS.join(", "));
  }
  const numbers = [zeros, negative, constantColumns, whole, large].map((edge) => only(edge, "scores"));
  // In three classes, -1 and 3 are out of range; one label too many fits no scores.
  const labels = [zeros, all(1), all(2), all(-1), all(3), longer].map((edge) => only(edge, "y"));
  const cases = casesOf(judging.random, [...numbers, ...labels, only(all(Number.NaN), "scores")]);
  const trialFor = (kind: TargetKind) => lossTrial(mine as AnyLoss, like as AnyLoss, kind);
  const [{ size, draw }] = cases;
  const takes = (kind: TargetKind) => !trialFor(kind).like(size, remembering(draw).draw).misfit;
  return judge("checkLoss", trialFor(targets ?? TARGET_KINDS.find(takes) ?? "labels"), cases, judging);
}
