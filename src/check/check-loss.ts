import { checkFunction } from "../errors/kind.js";
import { show } from "../errors/wrong.js";
import { type Labels, type LossFunction, type Matrix, RandomState } from "../index.js";
import { all, casesOf, constantColumns, large, negative, only, whole, zeros } from "./cases.js";
import { type CheckOptions, optionsOf } from "./check-options.js";
import type { CheckReport } from "./check-report.js";
import type { Draw } from "./draw.js";
import { judge } from "./judge.js";
import type { AnyLoss, LossPair } from "./loss-facts.js";
import { asTargets, drawTargets, TARGET_KINDS, type TargetKind } from "./loss-targets.js";
import { lossTrial } from "./loss-trial.js";

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
  const { seeded, ...how } = optionsOf("checkLoss", options, false, ["targets"]);
  const { like, targets } = options;
  checkFunction("checkLoss: mine", mine, "a loss function");
  checkFunction("checkLoss: like", like, "a loss function");
  if (targets !== undefined && !TARGET_KINDS.includes(targets)) {
    throw new TypeError(`checkLoss: targets is ${show(targets)}; expected ${TARGET_KINDS.join(", ")}`);
  }
  const kind = targets ?? kindFor(like);
  const edges = [zeros, negative, constantColumns, whole, large].map((edge) => only(edge, "scores"));
  const ends = [0, -1].map((label) => only(all(label), "y"));
  return judge(
    "checkLoss",
    lossTrial(mine as AnyLoss, like as AnyLoss, kind),
    casesOf(seeded(), [...edges, ...ends]),
    how,
  );
}

/** The first kind of targets that a loss takes. */
function kindFor(like: LossFunction<never>): TargetKind {
  const random = new RandomState(0);
  const draw: Draw = (_, rows, cols, tidy = (any) => any) => tidy(random.randn(rows, cols));
  const taken = TARGET_KINDS.find((kind) => {
    const cols = kind === "binary-labels" ? 1 : 4;
    try {
      like(random.randn(3, cols), asTargets(kind, drawTargets(kind, 3, cols, draw)) as never);
      return true;
    } catch {
      return false;
    }
  });
  return taken ?? "labels";
}
