import type { Loss } from "../losses/loss.js";
import type { Matrix } from "../matrix/matrix.js";
import { RandomState } from "../random/random-state.js";

/** No seed that an x is likely to come from: if dL/dy were equal to x, mistakes that exchange them would not show. */
const SEED = 1_618_033_988;

/** A loss that sums all elements with fixed random weights, so that no two errors cancel. */
export function weightedSum(): Loss {
  let weights: Matrix | undefined;
  return (scores) => {
    if (weights?.rows !== scores.rows || weights.cols !== scores.cols) {
      weights = new RandomState(SEED).randn(scores.rows, scores.cols);
    }
    return { loss: scores.multiply(weights).sum(), gradient: weights };
  };
}
