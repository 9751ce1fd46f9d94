import { checkInteger } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { checkRandom } from "../random/check-random.js";
import { permuted } from "../random/permuted.js";
import { RandomState } from "../random/random-state.js";
import { byClass, checkStratify } from "./by-class.js";
import { type AnyTargets, checkExamples, divided, type Examples, type SomeOf } from "./examples.js";

/** How {@link kFolds} divides the examples. */
export interface FoldOptions {
  /** What shuffles the examples; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
  /** Whether the folds are to have the same number of examples of each class; false if not given. */
  readonly stratify?: boolean | undefined;
}

/** Examples to learn from, and the others, to validate what was learnt. */
export interface Fold<Targets extends AnyTargets = ArrayLike<number>, Features extends number = number> {
  /** The examples of all other folds. */
  readonly training: Examples<Targets, Features>;
  /** The examples of one fold. */
  readonly validation: Examples<Targets, Features>;
}

/**
 * Divides examples at random into k folds for cross-validation. Each fold is the validation set once, the
 * others together the training set then, all in random order. The sizes of folds differ by at most one; if
 * stratified, so do their numbers of examples of each class.
 *
 * Draws one permutation, at once: iterating again gives the same folds. Each is copied when its turn comes;
 * labels keep their kind of array.
 *
 * @param data - one example a row of x; y has as many labels (integers) or rows
 * @param k - how many folds, from 2 to the number of examples
 * @throws ShapeError if x and y differ in length; RangeError or TypeError if a label is not an integer, k is
 * out of range, or an option is unknown or has a wrong value; TypeError if `stratify` is true and y is a
 * Matrix
 * @example
 * ```ts
 * import { iris, kFolds, RandomState } from "spiralnet";
 *
 * const folds = kFolds(iris(), 5, { random: new RandomState(0) });
 * for (const { training, validation } of folds) {
 *   [training.x.rows, validation.x.rows]; // => [120, 30]
 * }
 * ```
 */
export function kFolds<Targets extends AnyTargets, Features extends number>(
  data: Examples<Targets, Features>,
  k: number,
  options: FoldOptions = {},
): Iterable<Fold<SomeOf<Targets>, Features>> {
  checkExamples("kFolds", data);
  checkInteger("kFolds: k", k, 2, data.x.rows);
  checkOptions("kFolds", options, ["random", "stratify"]);
  const { random = new RandomState(), stratify = false } = options;
  checkRandom("kFolds", random);
  checkStratify("kFolds", stratify, data.y);

  const own = { x: data.x, y: data.y };
  const order = permuted("kFolds", random, own.x.rows);
  const foldOf = new Int32Array(order.length);
  (stratify ? byClass(order, own.y) : order).forEach((row, i) => {
    foldOf[row] = i % k;
  });
  return {
    *[Symbol.iterator]() {
      for (let fold = 0; fold < k; fold++) {
        checkExamples("kFolds", own); // y may have lost labels since the last fold
        const [training, validation] = divided(own, order, (row) => foldOf[row] === fold);
        yield { training, validation };
      }
    },
  };
}
