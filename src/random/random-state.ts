import { checkFinite, checkInteger, checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { isList } from "../errors/typed-array.js";
import { checkStored } from "../matrix/check-stored.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { type ChoiceOptions, chooseIndices } from "./choice.js";
import { filled } from "./filled.js";
import { freshSeed } from "./fresh-seed.js";
import { checkScale, Gaussian } from "./gaussian.js";
import { checkItems, listOf } from "./items.js";
import { Mt19937 } from "./mt19937.js";
import { checkWritable, randomOrder, reorderRows, shuffle } from "./shuffle.js";
import { checkSnapshot, type RandomSnapshot } from "./snapshot.js";

export type { ChoiceOptions, RandomSnapshot };

/**
 * Random numbers that are the same for the same seed, here and in NumPy: the legacy `np.random.RandomState`
 * (MT19937, normals by the polar method). Integers and uniforms equal NumPy's exactly. Normals agree to 4
 * units in the last place, because mathematical libraries differ in their logarithms.
 *
 * Methods that take a shape return a number if none is given, a row of n numbers for `n`, and a matrix for
 * `rows, cols`. A call that fails draws nothing: the state is as before.
 *
 * @example
 * ```ts
 * import { RandomState } from "spiralnet";
 *
 * const random = new RandomState(0); // np.random.seed(0)
 * random.rand(); // ≈ 0.5488135
 * random.randn(2, 2); // ≈ [[0.74159174, 1.55291372], [-2.2683282, 1.33354538]]
 * random.permutation(4); // => [3, 0, 2, 1]
 * ```
 */
export class RandomState {
  // Not #private: those fail behind a Proxy, in which Vue wraps every object of its state.
  private readonly source: Mt19937;
  private readonly gaussian: Gaussian = new Gaussian();

  /**
   * A generator that starts from a seed. Without one it takes a seed from `crypto`, or from `Math.random` in
   * runtimes that lack `crypto`.
   *
   * @param seed - an integer from 0 to 2**32 - 1; a fresh one if not given
   * @throws RangeError or TypeError if the seed is anything else
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * new RandomState(42).rand(); // ≈ 0.37454012
   * new RandomState().rand() === new RandomState().rand(); // => false
   * ```
   */
  constructor(seed: number = freshSeed()) {
    checkInteger("RandomState: seed", seed, 0, 2 ** 32 - 1);
    this.source = new Mt19937(seed);
  }

  /**
   * Uniform numbers in [0, 1).
   *
   * @throws RangeError or TypeError if a size is not an integer of at least 0, or is too large
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * const random = new RandomState(0);
   * random.rand(); // ≈ 0.5488135
   * random.rand(2, 2); // ≈ [[0.71518937, 0.60276338], [0.54488318, 0.4236548]]
   * ```
   */
  rand(): number;
  rand<N extends number>(cols: N): Matrix<1, N>;
  rand<R extends number, C extends number>(rows: R, cols: C): Matrix<R, C>;
  rand(...shape: number[]): number | Matrix {
    return this.fill("rand", shape, () => this.source.double());
  }

  /**
   * Normal numbers with mean 0 and standard deviation 1.
   *
   * @throws RangeError or TypeError if a size is not an integer of at least 0, or is too large
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * const random = new RandomState(0);
   * random.randn(); // ≈ 1.76405235
   * random.randn(3); // ≈ [[0.40015721, 0.97873798, 2.2408932]]
   * ```
   */
  randn(): number;
  randn<N extends number>(cols: N): Matrix<1, N>;
  randn<R extends number, C extends number>(rows: R, cols: C): Matrix<R, C>;
  randn(...shape: number[]): number | Matrix {
    return this.fill("randn", shape, () => this.gaussian.next(this.source));
  }

  /**
   * Uniform numbers in [low, high), by default in [0, 1). If the two are close, rounding may give `high`, as
   * in NumPy.
   *
   * @throws RangeError or TypeError if a bound, or the distance between them, is not finite, or `high` is
   * below `low`; if a size is not an integer of at least 0, or is too large
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * new RandomState(0).uniform(-1, 1, 3);
   * // ≈ [[0.09762701, 0.43037873, 0.20552675]]
   * ```
   */
  uniform(low?: number, high?: number): number;
  uniform<N extends number>(low: number, high: number, cols: N): Matrix<1, N>;
  uniform<R extends number, C extends number>(low: number, high: number, rows: R, cols: C): Matrix<R, C>;
  uniform(low = 0, high = 1, ...shape: number[]): number | Matrix {
    checkFinite("uniform: low", low);
    checkFinite("uniform: high", high);
    const range = high - low;
    checkNonNegative("uniform: high - low", range);
    return this.fill("uniform", shape, () => low + range * this.source.double());
  }

  /**
   * Normal numbers with mean `loc` and standard deviation `scale`, by default 0 and 1.
   *
   * @throws RangeError or TypeError if `loc` is not finite, or `scale` negative, not finite, or so large that
   * a draw could be infinite; if a size is not an integer of at least 0, or is too large
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * new RandomState(0).normal(10, 0.5, 3);
   * // ≈ [[10.88202617, 10.2000786, 10.48936899]]
   * ```
   */
  normal(loc?: number, scale?: number): number;
  normal<N extends number>(loc: number, scale: number, cols: N): Matrix<1, N>;
  normal<R extends number, C extends number>(loc: number, scale: number, rows: R, cols: C): Matrix<R, C>;
  normal(loc = 0, scale = 1, ...shape: number[]): number | Matrix {
    checkFinite("normal: loc", loc);
    checkScale("normal: scale", scale, loc);
    return this.fill("normal", shape, () => loc + scale * this.gaussian.next(this.source));
  }

  /**
   * Integers from `low` up to, but not including, `high`, or from 0 up to `low` if `high` is not given. With
   * a size, an array of them.
   *
   * @throws RangeError or TypeError if a bound is not an integer within ±(2**53 - 1), if there is no integer
   * to choose or more than 2**53 - 1 of them, or if the size is not an integer from 0 to 2**26
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * new RandomState(0).randint(10, undefined, 4); // => [5, 0, 3, 3]
   * ```
   */
  randint(low: number, high?: number): number;
  randint(low: number, high: number | undefined, size: number): number[];
  randint(low: number, high?: number, size?: number): number | number[] {
    const [from, to] = high === undefined ? [0, low] : [low, high];
    checkInteger("randint: low", from, Number.MIN_SAFE_INTEGER);
    checkInteger("randint: high", to, Number.MIN_SAFE_INTEGER);
    checkInteger("randint: high - low", to - from, 1);
    if (size !== undefined) checkCount("randint: size", size);
    const draw = () => from + this.source.upTo(to - from - 1);
    return size === undefined ? draw() : listOf(size, draw);
  }

  /**
   * Puts the items of an array, or the rows of a matrix, into random order, in place.
   *
   * @throws TypeError if `items` is neither an array, a typed array nor a matrix, or can't be written
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * const items = ["a", "b", "c", "d"];
   * new RandomState(0).shuffle(items);
   * items; // => ["c", "d", "b", "a"]
   * ```
   */
  shuffle(items: unknown[] | Int32Array | Float64Array | Float32Array | Uint8Array | Matrix): void {
    if (isList(items)) {
      checkItems("shuffle: items", items);
      checkWritable("shuffle: items", items);
      shuffle(this.source, items);
    } else {
      checkStored("shuffle", items, "items", "an array, a typed array or a Matrix");
      reorderRows(items, randomOrder(this.source, "shuffle: the number of rows", items.rows));
    }
  }

  /**
   * The integers below `n`, the items of an array, or the rows of a matrix, in random order; what was given
   * stays as it is.
   *
   * @throws RangeError or TypeError if it is given neither an integer from 0 to 2**26, nor an array without
   * holes or a matrix of at most as many items or rows
   * @example
   * ```ts
   * import { Matrix, RandomState } from "spiralnet";
   *
   * const random = new RandomState(0);
   * random.permutation(4); // => [2, 3, 1, 0]
   * random.permutation(["a", "b", "c"]); // => ["a", "c", "b"]
   * random.permutation(
   *   Matrix.fromRows([
   *     [1, 2],
   *     [3, 4],
   *     [5, 6],
   *   ]),
   * ); // => [[5, 6], [1, 2], [3, 4]]
   * ```
   */
  permutation(n: number): number[];
  permutation<R extends number, C extends number>(rows: Matrix<R, C>): Matrix<R, C>;
  permutation<T>(items: ArrayLike<T> & object): T[];
  permutation(items: number | Matrix | (ArrayLike<unknown> & object)): unknown {
    if (typeof items === "number") return randomOrder(this.source, "permutation: n", items);
    if (isList(items)) {
      checkItems("permutation: items", items);
      checkCount("permutation: the number of items", items.length);
      const copy = Array.from(items);
      shuffle(this.source, copy);
      return copy;
    }
    checkStored("permutation", items, "items", "an integer, an array, a typed array or a Matrix");
    const rows = new Matrix(items.rows, items.cols, items.data.slice());
    reorderRows(rows, randomOrder(this.source, "permutation: the number of rows", rows.rows));
    return rows;
  }

  /**
   * Items drawn from an array, or integers below `items`; one if no size is given.
   *
   * @throws RangeError or TypeError if there is nothing to choose from, too little without replacement, or
   * `p` is not a distribution over the items; if the size, or without replacement the number of items, is
   * above 2**26
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * const random = new RandomState(0);
   * random.choice(5, 3, { replace: false }); // => [2, 0, 1]
   * random.choice(["heads", "tails"], 2, { p: [0.9, 0.1] }).length; // => 2
   * ```
   */
  choice(items: number): number;
  choice(items: number, size: number, options?: ChoiceOptions): number[];
  choice(items: number, size: undefined, options?: ChoiceOptions): number;
  choice<T>(items: ArrayLike<T> & object): T;
  choice<T>(items: ArrayLike<T> & object, size: number, options?: ChoiceOptions): T[];
  choice<T>(items: ArrayLike<T> & object, size: undefined, options?: ChoiceOptions): T;
  choice(items: number | (ArrayLike<unknown> & object), size?: number, options: ChoiceOptions = {}): unknown {
    checkOptions("choice", options, ["replace", "p"]);
    if (typeof items !== "number")
      checkItems("choice: items", items, "an integer, an array or a typed array");
    const count = typeof items === "number" ? items : items.length;
    checkInteger("choice: the number of items", count, size === 0 ? 0 : 1);
    if (size !== undefined) checkCount("choice: size", size);
    const indices = chooseIndices(this.source, count, size ?? 1, options);
    const chosen = typeof items === "number" ? indices : indices.map((index) => items[index]);
    return size === undefined ? chosen[0] : chosen;
  }

  /**
   * The state, to be restored later or elsewhere.
   *
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * const saved = JSON.stringify(new RandomState(0).getState());
   * const random = new RandomState();
   * random.setState(JSON.parse(saved));
   * random.rand(); // ≈ 0.5488135
   * ```
   */
  getState(): RandomSnapshot {
    return { words: this.source.state, spare: this.gaussian.spare };
  }

  /**
   * Goes on from a saved state.
   *
   * @throws RangeError or TypeError if the state does not have the form of what `getState` returns
   * @example
   * ```ts
   * import { RandomState } from "spiralnet";
   *
   * const random = new RandomState(1);
   * const saved = random.getState();
   * const first = random.randn();
   * random.setState(saved);
   * random.randn() === first; // => true
   * ```
   */
  setState(state: RandomSnapshot): void {
    checkSnapshot("setState", state);
    this.source.state = state.words;
    this.gaussian.spare = state.spare;
  }

  private fill(operation: string, shape: number[], draw: () => number): number | Matrix {
    if (shape.length === 0) return draw();
    checkInteger(`${operation}: the number of sizes`, shape.length, 0, 2);
    const [rows, cols] = shape.length === 1 ? [1, shape[0] as number] : (shape as [number, number]);
    return filled(operation, rows, cols, draw);
  }
}
