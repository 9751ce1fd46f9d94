import { checkBoolean } from "../errors/kind.js";
import { checkInteger } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongNumber } from "../errors/wrong.js";
import { checkRandom } from "../random/check-random.js";
import { listOf } from "../random/items.js";
import { permuted } from "../random/permuted.js";
import type { RandomState } from "../random/random-state.js";
import { type AnyTargets, checkExamples, type Examples, type SomeOf, selectExamples } from "./examples.js";

/** How {@link batches} divides the examples. */
export interface BatchOptions {
  /** How many examples a batch has. The last one of an epoch has fewer if they don't divide evenly. */
  readonly size: number;
  /** Shuffles the examples anew in each epoch. They stay in the order of the rows if it is not given. */
  readonly random?: RandomState | undefined;
  /** Whether to leave out the last batch of an epoch if it has fewer examples; false if not given. */
  readonly dropLast?: boolean | undefined;
}

/** The batches of one epoch; iterating again gives those of the next. */
export interface Batches<Targets extends AnyTargets = ArrayLike<number>, Features extends number = number>
  extends Iterable<Examples<Targets, Features>> {
  /** How many batches an epoch has. */
  readonly count: number;
}

/**
 * Divides examples into mini-batches. Each iteration over the result is an epoch: it gives every example once,
 * but for those of an incomplete batch that `dropLast` leaves out.
 *
 * With `random`, an epoch begins with one call of `random.permutation`, and takes the rows in that order. The
 * batches are copies: they are the caller's to keep or to change. Labels keep their kind of array.
 *
 * @param data - one example a row of x; y has as many labels (integers) or rows
 * @throws ShapeError if x and y differ in length; RangeError or TypeError if there are no examples, a label is
 * not an integer, or an option is unknown or has a wrong value; RangeError if `dropLast` would leave nothing
 * @example
 * ```ts
 * import { batches, Matrix, RandomState } from "spiralnet";
 *
 * const data = {
 *   x: Matrix.fromRows([[1], [2], [3], [4], [5]]),
 *   y: [0, 1, 2, 3, 4],
 * };
 * const shuffled = batches(data, { size: 2, random: new RandomState(0) });
 * shuffled.count; // => 3
 * Array.from(shuffled, ({ y }) => y); // => [[2, 0], [1, 3], [4]]
 * Array.from(shuffled, ({ y }) => y); // => [[0, 2], [1, 4], [3]]
 * ```
 */
export function batches<Targets extends AnyTargets, Features extends number>(
  data: Examples<Targets, Features>,
  options: BatchOptions,
): Batches<SomeOf<Targets>, Features> {
  checkExamples("batches", data);
  checkOptions("batches", options, ["size", "random", "dropLast"]);
  const { size, random, dropLast = false } = options;
  checkBatchSize(data.x.rows, size, dropLast);
  if (random !== undefined) checkRandom("batches", random);
  const own = { x: data.x, y: data.y };
  return {
    count: batchCount(own.x.rows, size, dropLast),
    *[Symbol.iterator]() {
      checkExamples("batches", own); // y may have lost labels since the last epoch
      const { rows } = own.x;
      const order = random ? permuted("batches", random, rows) : listOf(rows, (i) => i);
      yield* batchesInOrder(own, order, size, dropLast);
    },
  };
}

/** Throws unless `count` examples give at least one batch of the size. */
function checkBatchSize(count: number, size: unknown, dropLast: unknown): void {
  checkInteger("batches: size", size, 1);
  checkBoolean("batches: dropLast", dropLast);
  if (batchCount(count, size, dropLast) > 0) return;
  wrongNumber("batches: size", size, `at most ${count}, the number of examples, if dropLast is true`);
}

/** How many batches an epoch of `count` examples has. */
export function batchCount(count: number, size: number, dropLast: boolean): number {
  return dropLast ? Math.floor(count / size) : Math.ceil(count / size);
}

/** The batches of an epoch that takes the rows in a given order, from the batch with the number `from` on. */
export function* batchesInOrder<Targets extends AnyTargets, Features extends number>(
  data: Examples<Targets, Features>,
  order: readonly number[],
  size: number,
  dropLast: boolean,
  from = 0,
): Generator<Examples<SomeOf<Targets>, Features>, void> {
  for (let i = from; i < batchCount(order.length, size, dropLast); i++) {
    yield selectExamples(data, order.slice(i * size, (i + 1) * size));
  }
}
