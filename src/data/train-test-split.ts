import { checkInteger } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { show, wrongNumber } from "../errors/wrong.js";
import { checkRandom } from "../random/check-random.js";
import { permuted } from "../random/permuted.js";
import { RandomState } from "../random/random-state.js";
import { byClass, checkStratify } from "./by-class.js";
import { type AnyTargets, checkExamples, divided, type Examples, type SomeOf } from "./examples.js";

/** How {@link trainTestSplit} divides the examples. Either `testShare` or `testSize` must be given. */
export interface SplitOptions {
  /** The share of examples in the test set, between 0 and 1; their number is rounded. */
  readonly testShare?: number | undefined;
  /** The number of examples in the test set. */
  readonly testSize?: number | undefined;
  /** What shuffles the examples; a fresh, unseeded generator if not given. */
  readonly random?: RandomState | undefined;
  /** Whether each class is to have the same share in both sets; false if not given. */
  readonly stratify?: boolean | undefined;
}

/** Examples to learn from, and others to test on what was learnt. */
export interface Split<Targets extends AnyTargets = ArrayLike<number>, Features extends number = number> {
  /** What a model learns from. */
  readonly training: Examples<Targets, Features>;
  /** What it has never seen. */
  readonly test: Examples<Targets, Features>;
}

/**
 * Divides examples at random into a training set and a test set, both in random order.
 *
 * If stratified, the test set has its share of each class, rounded up or down: none of a class that is too
 * small. The numbers are copied; labels keep their kind of array. Draws one permutation.
 *
 * @param data - one example a row of x; y has as many labels (integers) or rows
 * @throws ShapeError if x and y differ in length; RangeError or TypeError if a label is not an integer, an
 * option is unknown or has a wrong value, or one of the sets would be empty; TypeError unless either
 * `testShare` or `testSize` is given, or if `stratify` is true and y is a Matrix
 * @example
 * ```ts
 * import { iris, RandomState, trainTestSplit } from "spiralnet";
 *
 * const random = new RandomState(0);
 * const { training, test } = trainTestSplit(iris(), {
 *   testShare: 0.2,
 *   stratify: true,
 *   random,
 * });
 * training.x.shape; // => [120, 4]
 * test.y.filter((label) => label === 2).length; // => 10
 * ```
 */
export function trainTestSplit<Targets extends AnyTargets, Features extends number>(
  data: Examples<Targets, Features>,
  options: SplitOptions,
): Split<SomeOf<Targets>, Features> {
  checkExamples("trainTestSplit", data);
  checkOptions("trainTestSplit", options, ["testShare", "testSize", "random", "stratify"]);
  const { random = new RandomState(), stratify = false } = options;
  const { rows } = data.x;
  const size = testSizeOf(options, rows);
  checkRandom("trainTestSplit", random);
  checkStratify("trainTestSplit", stratify, data.y);

  const order = permuted("trainTestSplit", random, rows);
  const chosen = new Set(evenly(stratify ? byClass(order, data.y) : order, size));
  const [training, test] = divided(data, order, (row) => chosen.has(row));
  return { training, test };
}

function testSizeOf({ testShare, testSize }: SplitOptions, rows: number): number {
  if ((testShare === undefined) === (testSize === undefined)) {
    throw new TypeError(
      `trainTestSplit: testShare is ${show(testShare)}, testSize is ${show(testSize)}; expected one of them`,
    );
  }
  if (testShare !== undefined && !(Number.isFinite(testShare) && testShare > 0 && testShare < 1)) {
    wrongNumber("trainTestSplit: testShare", testShare, "a number between 0 and 1");
  }
  const size = testSize ?? Math.round((testShare as number) * rows);
  checkInteger("trainTestSplit: the size of the test set", size, 1, rows - 1);
  return size;
}

/** Items at `count` places that are spread evenly: of n in a row, count · n / items.length up to rounding. */
function evenly<T>(items: readonly T[], count: number): T[] {
  const before = (i: number) => Math.floor((i * count) / items.length);
  return items.filter((_, i) => before(i + 1) > before(i));
}
