import { isList } from "../errors/list.js";
import { checkFinite, checkInteger, checkList, checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongType } from "../errors/wrong.js";
import { isMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import { weightedIndices } from "./choice.js";
import { Gaussian } from "./gaussian.js";
import { Mt19937 } from "./mt19937.js";
import { shuffle } from "./shuffle.js";

/** The state of a {@link RandomState}: plain data that survives `JSON.stringify`. */
export interface RandomSnapshot {
  /** The generator's position and its 624 words. */
  readonly words: readonly number[];
  /** The normal kept for the next call, if there is one. */
  readonly spare: number | null;
}

/** How `choice` draws. */
export interface ChoiceOptions {
  /** Whether an item may come more than once; `true` if not given. */
  readonly replace?: boolean;
  /** The probability of each item; all equal if not given. */
  readonly p?: ArrayLike<number>;
}

/**
 * Random numbers that are the same for the same seed, here and in NumPy: the legacy `np.random.RandomState`, MT19937 with polar
 * normals. Integers and uniforms equal NumPy's exactly; normals to 4 units in the last place, because logarithms of different
 * mathematical libraries do.
 *
 * Where a method takes a shape, none gives a number, `n` a row of n numbers, `rows, cols` a matrix.
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
  readonly #source: Mt19937;
  readonly #gaussian: Gaussian = new Gaussian();

  /**
   * @param seed - an integer from 0 to 2**32 - 1; a random one if not given
   * @throws RangeError or TypeError if it is something else
   */
  constructor(seed: number = freshSeed()) {
    checkInteger("RandomState: seed", seed, 0, 2 ** 32 - 1);
    this.#source = new Mt19937(seed);
  }

  /** Uniform numbers in $[0, 1)$. */
  rand(): number;
  rand<N extends number>(cols: N): Matrix<1, N>;
  rand<R extends number, C extends number>(rows: R, cols: C): Matrix<R, C>;
  rand(...shape: number[]): number | Matrix {
    return this.#fill("rand", shape, () => this.#source.double());
  }

  /** Normal numbers with mean 0 and standard deviation 1. */
  randn(): number;
  randn<N extends number>(cols: N): Matrix<1, N>;
  randn<R extends number, C extends number>(rows: R, cols: C): Matrix<R, C>;
  randn(...shape: number[]): number | Matrix {
    return this.#fill("randn", shape, () => this.#gaussian.next(this.#source));
  }

  /**
   * Uniform numbers in $[low, high)$; rounding may give $high$ where the two are close, as in NumPy.
   *
   * @throws RangeError if a bound, or the distance between them, is not finite
   */
  uniform(low?: number, high?: number): number;
  uniform<N extends number>(low: number, high: number, cols: N): Matrix<1, N>;
  uniform<R extends number, C extends number>(low: number, high: number, rows: R, cols: C): Matrix<R, C>;
  uniform(low = 0, high = 1, ...shape: number[]): number | Matrix {
    checkFinite("uniform: low", low);
    checkFinite("uniform: high", high);
    checkFinite("uniform: high - low", high - low);
    return this.#fill("uniform", shape, () => low + (high - low) * this.#source.double());
  }

  /**
   * Normal numbers with mean `loc` and standard deviation `scale`.
   *
   * @throws RangeError if `loc` is not finite or `scale` is negative or not finite
   */
  normal(loc?: number, scale?: number): number;
  normal<N extends number>(loc: number, scale: number, cols: N): Matrix<1, N>;
  normal<R extends number, C extends number>(loc: number, scale: number, rows: R, cols: C): Matrix<R, C>;
  normal(loc = 0, scale = 1, ...shape: number[]): number | Matrix {
    checkFinite("normal: loc", loc);
    checkNonNegative("normal: scale", scale);
    return this.#fill("normal", shape, () => loc + scale * this.#gaussian.next(this.#source));
  }

  /**
   * Integers from `low` up to, but not including, `high`; from 0 up to `low` where `high` is not given. With a size, an array of them.
   *
   * @throws RangeError if there is no integer to choose, or a bound is not a safe integer
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
    if (to <= from) throw new RangeError(`randint: high is ${to}; expected more than low, which is ${from}`);
    if (size !== undefined) checkInteger("randint: size", size, 0);
    checkInteger("randint: high - low - 1", to - from - 1, 0);
    const draw = () => from + this.#source.upTo(to - from - 1);
    return size === undefined ? draw() : Array.from({ length: size }, draw);
  }

  /**
   * Puts the items of an array, or the rows of a matrix, into random order, in place.
   *
   * @throws TypeError if `items` is neither an array, a typed array nor a matrix
   */
  shuffle(items: unknown[] | Int32Array | Float64Array | Uint8Array | Matrix): void {
    if (isMatrix(items)) {
      const rows = items.selectRows(this.permutation(items.rows));
      items.data.set(rows.data);
    } else if (isList(items)) {
      shuffle(this.#source, items);
    } else {
      wrongType("shuffle: items", items, "an array, a typed array or a Matrix");
    }
  }

  /**
   * The integers below `n`, the items of an array, or the rows of a matrix, in random order; what was given stays as it is.
   *
   * @throws RangeError if `n` is not an integer of at least 0
   */
  permutation(n: number): number[];
  permutation<M extends Matrix>(rows: M): M;
  permutation<T>(items: ArrayLike<T>): T[];
  permutation(items: number | Matrix | ArrayLike<unknown>): unknown {
    if (isMatrix(items)) return items.selectRows(this.permutation(items.rows));
    if (typeof items !== "number" && typeof items !== "string") checkList("permutation: items", items);
    const order = typeof items === "number" ? indicesBelow("permutation: n", items) : Array.from(items);
    this.shuffle(order);
    return order;
  }

  /**
   * Items drawn from an array, or integers below `items`; one if no size is given.
   *
   * @throws RangeError if there is nothing to choose from, too little without replacement, or `p` is not a distribution over the items
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
  choice<T>(items: ArrayLike<T>): T;
  choice<T>(items: ArrayLike<T>, size: number, options?: ChoiceOptions): T[];
  choice<T>(items: ArrayLike<T>, size: undefined, options?: ChoiceOptions): T;
  choice(items: number | ArrayLike<unknown>, size?: number, options: ChoiceOptions = {}): unknown {
    checkOptions("choice", options, ["replace", "p"]);
    if (typeof items !== "number" && typeof items !== "string") checkList("choice: items", items);
    const count = typeof items === "number" ? items : items.length;
    checkInteger("choice: the number of items", count, size === 0 ? 0 : 1);
    if (size !== undefined) checkInteger("choice: size", size, 0);
    if (typeof (options.replace ?? true) !== "boolean") {
      wrongType("choice: replace", options.replace, "true or false");
    }
    if (options.p !== undefined) checkList("choice: p", options.p);
    const indices = this.#indices(count, size ?? 1, options);
    const chosen = typeof items === "number" ? indices : indices.map((index) => items[index]);
    return size === undefined ? chosen[0] : chosen;
  }

  /** The state, to be restored later or elsewhere. */
  getState(): RandomSnapshot {
    return { words: this.#source.state, spare: this.#gaussian.spare };
  }

  /**
   * Goes on from a saved state.
   *
   * @throws RangeError or TypeError if it has not the form of what `getState` returns
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
    if (!Array.isArray(state?.words)) {
      wrongType("setState: the state", state, "what getState returned");
    }
    if (state.spare !== null) checkFinite("setState: spare", state.spare);
    this.#source.state = state.words;
    this.#gaussian.spare = state.spare;
  }

  #indices(count: number, size: number, { replace = true, p }: ChoiceOptions): number[] {
    if (p !== undefined) return weightedIndices(this.#source, count, size, replace, p);
    if (replace) return Array.from({ length: size }, () => this.#source.upTo(count - 1));
    if (size <= count) return this.permutation(count).slice(0, size);
    throw new RangeError(`choice: size is ${size}, but only ${count} to choose from (without replacement)`);
  }

  #fill(operation: string, shape: number[], draw: () => number): number | Matrix {
    if (shape.length === 0) return draw();
    if (shape.length > 2)
      throw new RangeError(`${operation}: got ${shape.length} dimensions; expected at most 2`);
    const [rows, cols] = shape.length === 1 ? [1, shape[0] as number] : (shape as [number, number]);
    return Matrix.zeros(rows, cols).map(draw);
  }
}

function indicesBelow(place: string, count: number): number[] {
  checkInteger(place, count, 0);
  return Array.from({ length: count }, (_, i) => i);
}

function freshSeed(): number {
  return (globalThis.crypto.getRandomValues(new Uint32Array(1)) as Uint32Array)[0] as number;
}

/** Throws unless `random` is a generator; not `instanceof`, which fails between two copies of a package. */
export function checkRandom(operation: string, random: unknown): asserts random is RandomState {
  if (typeof (random as RandomState | null | undefined)?.randn === "function") return;
  wrongType(`${operation}: random`, random, "a RandomState");
}
