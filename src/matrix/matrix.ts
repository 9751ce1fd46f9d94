import type { Stored } from "../kernels/operand.js";
import { broadcast, broadcastInto } from "./broadcast.js";
import { checkParts, fromArray, fromRows, full, identity, linspace, oneHot } from "./build.js";
import { allClose, equals, type Tolerance } from "./compare.js";
import { concat } from "./concat.js";
import { clip, elementwise, map } from "./elementwise.js";
import { format } from "./format.js";
import { fromJSON, type MatrixJSON, toJSON } from "./json.js";
import { zeros } from "./memory.js";
import {
  divided,
  equalTo,
  greater,
  greaterEqual,
  less,
  lessEqual,
  minus,
  negative,
  notEqualTo,
  plus,
  second,
  times,
} from "./operators.js";
import { Printable } from "./printable.js";
import { matmul } from "./product.js";
import { copy, reshape, transpose } from "./rearrange.js";
import { type Axis, argmax, extreme, mean, sum } from "./reduce.js";
import { col, get, type IndexRange, pick, row, selectRows, set, slice, toArray } from "./select.js";
import type {
  BroadcastDimension,
  CommonDimension,
  RequireBroadcast,
  RequireBroadcastInto,
  RequireConcat,
  RequireEqual,
} from "./shape-types.js";
import { std, type VarianceOptions, variance } from "./variance.js";
import { where } from "./where.js";

/**
 * A matrix of float64 numbers, stored row after row. Its methods have NumPy's names. They return new matrices
 * and leave their operands as they are, except for `set` and those whose names end with `InPlace`.
 *
 * The dimensions are part of the type if the compiler knows them: `Matrix<300, 2>` times `Matrix<64, 3>` does
 * not compile. A dimension known only at run time has the type `number`. It fits any other and is checked at
 * run time.
 *
 * Every method throws a TypeError if it is given, or called on, something that is no `Matrix`, or a matrix
 * whose numbers were transferred to another thread; and a RangeError if the result would not fit into memory.
 * Nothing is changed then.
 *
 * @typeParam R - rows
 * @typeParam C - columns
 *
 * @example
 * ```ts
 * import { Matrix } from "spiralnet";
 *
 * const x = Matrix.fromRows([[1, 2], [3, 4], [5, 6]]);
 * const w = Matrix.fromRows([[1, 0, -1], [0, 1, 1]]);
 * x.matmul(w).add(1); // => [[2, 3, 2], [4, 5, 2], [6, 7, 2]]
 * ```
 */
export class Matrix<R extends number = number, C extends number = number> extends Printable {
  /** The number of rows. */
  readonly rows: R;
  /** The number of columns. */
  readonly cols: C;
  /** The elements: element (i, j) is `data[i * cols + j]`. Writing here changes the matrix. */
  readonly data: Float64Array;

  /**
   * Wraps a typed array without copying it: the matrix and the caller share `data`. See
   * {@link Matrix.fromRows} for arrays of rows.
   *
   * @throws ShapeError if the length of `data` is not rows times cols; RangeError or TypeError if a dimension
   * is not an integer of at least 0; TypeError if `data` is not a Float64Array
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * new Matrix(2, 2, new Float64Array([1, 2, 3, 4])).get(1, 0); // => 3
   * ```
   */
  constructor(rows: R, cols: C, data: Float64Array) {
    super();
    checkParts(rows, cols, data);
    // -0 becomes 0.
    this.rows = (rows + 0) as R;
    this.cols = (cols + 0) as C;
    this.data = data;
  }

  // ------------------------------------------------------------------------------------------------ building

  /**
   * Makes a matrix from its rows. The numbers are copied.
   *
   * @throws ShapeError if the rows differ in length; TypeError if an element is not a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2, 3], [4, 5, 6]]).shape; // => [2, 3]
   * ```
   */
  static fromRows<const Rows extends readonly (readonly number[])[]>(
    rows: Rows,
  ): Rows extends readonly [] ? Matrix<0, 0> : Matrix<Rows["length"], Rows[number]["length"]> {
    return wrap(fromRows(rows));
  }

  /**
   * Makes a matrix from a flat list of its elements, row after row. The list is copied.
   *
   * @throws ShapeError if there are not rows times cols elements; TypeError if one is not a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromArray([1, 2, 3, 4, 5, 6], 3, 2); // => [[1, 2], [3, 4], [5, 6]]
   * ```
   */
  static fromArray<R extends number, C extends number>(
    values: ArrayLike<number>,
    rows: R,
    cols: C,
  ): Matrix<R, C> {
    return wrap(fromArray("fromArray", values, rows, cols));
  }

  /**
   * Makes a matrix of zeros.
   *
   * @throws RangeError or TypeError if a dimension is not an integer of at least 0
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.zeros(1, 3); // => [[0, 0, 0]]
   * ```
   */
  static zeros<R extends number, C extends number>(rows: R, cols: C): Matrix<R, C> {
    return wrap(zeros("zeros", rows, cols));
  }

  /**
   * Makes a matrix that holds the same number everywhere.
   *
   * @throws RangeError or TypeError if a dimension is not an integer of at least 0; TypeError if `value` is
   * not a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.full(2, 2, 7); // => [[7, 7], [7, 7]]
   * ```
   */
  static full<R extends number, C extends number>(rows: R, cols: C, value: number): Matrix<R, C> {
    return wrap(full(rows, cols, value));
  }

  /**
   * Makes a square matrix with ones on the diagonal and zeros elsewhere.
   *
   * @throws RangeError or TypeError if `size` is not an integer of at least 0
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.identity(2); // => [[1, 0], [0, 1]]
   * ```
   */
  static identity<N extends number>(size: N): Matrix<N, N> {
    return wrap(identity(size));
  }

  /**
   * Makes a row of `count` evenly spaced numbers from `start` to `stop`, both included.
   *
   * @throws RangeError or TypeError if `start` or `stop` is not finite, or `count` not an integer of at least
   * 0
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.linspace(0, 1, 5); // => [[0, 0.25, 0.5, 0.75, 1]]
   * ```
   */
  static linspace<N extends number>(start: number, stop: number, count: N): Matrix<1, N> {
    return wrap(linspace(start, stop, count));
  }

  /**
   * Makes a row for each label, with 1 in the label's column and 0 elsewhere.
   *
   * @throws RangeError or TypeError if a label is not an integer from 0 to classes - 1
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.oneHot([2, 0], 3); // => [[0, 0, 1], [1, 0, 0]]
   * ```
   */
  static oneHot<K extends number>(labels: ArrayLike<number>, classes: K): Matrix<number, K> {
    return wrap(oneHot(labels, classes));
  }

  /**
   * Makes a matrix again from what {@link Matrix.toJSON} returned, with the same bits.
   *
   * @throws TypeError if `json` is not an object with rows, cols and data, or an element is not a number;
   * ShapeError if there are not rows times cols elements
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const text = JSON.stringify(Matrix.fromRows([[0.1, NaN]]));
   * Matrix.fromJSON(JSON.parse(text)); // => [[0.1, NaN]]
   * ```
   */
  static fromJSON(json: MatrixJSON): Matrix {
    return wrap(fromJSON(json));
  }

  /**
   * Puts matrices below each other (axis 0, which is taken if none is given) or side by side (axis 1): NumPy's
   * `concatenate`.
   *
   * @throws ShapeError if they differ in columns (axis 0) or in rows (axis 1); TypeError if there is none;
   * RangeError or TypeError if the axis is neither 0 nor 1
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2], [3, 4]]);
   * Matrix.concat([x, Matrix.zeros(1, 2)]); // => [[1, 2], [3, 4], [0, 0]]
   * Matrix.concat([x, Matrix.full(2, 1, 1)], 1); // => [[1, 2, 1], [3, 4, 1]]
   * ```
   */
  static concat<const M extends readonly Matrix[], A extends Axis | undefined = undefined>(
    matrices: M & RequireConcat<M, A>,
    axis?: A,
  ): Concatenated<M, A> {
    return wrap(concat(matrices, axis));
  }

  /**
   * Takes the elements of `a` if the condition is not 0, else those of `b`: NumPy's `where`. Rows, columns and
   * numbers are repeated to fit.
   *
   * @param condition - of 1 and 0, such as {@link Matrix.greater} makes; NaN counts as not 0
   * @throws ShapeError if the shapes don't broadcast
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[-2, 3]]);
   * Matrix.where(x.greater(0), x, x.multiply(0.1)); // => [[-0.2, 3]]
   * ```
   */
  static where<Condition extends Matrix, A extends Matrix | number, B extends Matrix | number>(
    condition: Condition,
    a: A & RequireBroadcast<Condition, A>,
    b: B & RequireBroadcast<Broadcast<Condition, A>, B>,
  ): Broadcast<Broadcast<Condition, A>, B> {
    return wrap(where(condition, a, b));
  }

  // ------------------------------------------------------------------------------------- reading and writing

  /** Rows and columns, as NumPy's `shape`. */
  get shape(): readonly [R, C] {
    return [this.rows, this.cols];
  }

  /**
   * Returns the element in row `row` and column `col`, both counted from 0.
   *
   * @throws RangeError or TypeError if there is no such element
   */
  get(row: number, col: number): number {
    return get(this, row, col);
  }

  /**
   * Changes one element of this matrix, in place, and returns the matrix.
   *
   * @throws RangeError or TypeError if there is no such element; TypeError if `value` is not a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.zeros(2, 2).set(0, 1, 5); // => [[0, 5], [0, 0]]
   * ```
   */
  set(row: number, col: number, value: number): this {
    return set(this, row, col, value);
  }

  /**
   * Copies one row.
   *
   * @throws RangeError or TypeError if there is no such row
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [3, 4]]).row(1); // => [[3, 4]]
   * ```
   */
  row(index: number): Matrix<1, C> {
    return wrap(row(this, index));
  }

  /**
   * Copies one column.
   *
   * @throws RangeError or TypeError if there is no such column
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [3, 4]]).col(1); // => [[2], [4]]
   * ```
   */
  col(index: number): Matrix<R, 1> {
    return wrap(col(this, index));
  }

  /**
   * Copies the rows with the given indices, in that order and as often as they are named: NumPy's
   * `x[indices]`, such as a batch of a data set.
   *
   * @throws RangeError or TypeError if there is no such row
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([
   *   [1, 2],
   *   [3, 4],
   *   [5, 6],
   * ]).selectRows([2, 0]); // => [[5, 6], [1, 2]]
   * ```
   */
  selectRows(indices: ArrayLike<number>): Matrix<number, C> {
    return wrap(selectRows(this, indices));
  }

  /**
   * Copies a block: rows and columns from a start up to, but not including, an end; up to the last if there
   * is no end, and all columns if `cols` is not given. A negative bound counts from the end.
   *
   * @throws RangeError or TypeError if a bound lies outside of the matrix, or an end before its start
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
   * x.slice([0, 2], [1, 3]); // => [[2, 3], [5, 6]]
   * x.slice([-1]); // => [[7, 8, 9]]
   * x.slice([0], [0, -1]); // => [[1, 2], [4, 5], [7, 8]]
   * ```
   */
  slice<Cols extends IndexRange | undefined = undefined>(
    rows: IndexRange,
    cols?: Cols,
  ): Matrix<number, Cols extends IndexRange ? number : C> {
    return wrap(slice(this, rows, cols));
  }

  /**
   * Takes one element of each row: element i is `x[i, cols[i]]`, NumPy's `x[range(n), cols]`.
   *
   * @throws ShapeError unless there is one column for each row; RangeError or TypeError if there is no such
   * column
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [3, 4]]).pick([1, 0]); // => [[2], [3]]
   * ```
   */
  pick(cols: ArrayLike<number>): Matrix<R, 1> {
    return wrap(pick(this, cols));
  }

  /** Copies the elements to an array of rows. */
  toArray(): number[][] {
    return toArray(this);
  }

  /** Copies the matrix. */
  copy(): Matrix<R, C> {
    return wrap(copy(this));
  }

  // ------------------------------------------------------------------------------------- products and shapes

  /**
   * The matrix product: (XW)ᵢⱼ = Σₖ Xᵢₖ Wₖⱼ, summed in the order of k.
   *
   * @param right - must have as many rows as this matrix has columns
   * @throws ShapeError if it has not
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2]]);
   * x.matmul(Matrix.fromRows([[3, 4, 5], [6, 7, 8]])); // => [[15, 18, 21]]
   * ```
   */
  matmul<R2 extends number, C2 extends number>(
    right: Matrix<R2, C2> & RequireEqual<C, R2, `left has ${C} columns, right has ${R2} rows`>,
  ): Matrix<R, C2> {
    return wrap(matmul(this, right));
  }

  /**
   * Exchanges rows and columns: (Xᵀ)ᵢⱼ = Xⱼᵢ.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2, 3]]).transpose(); // => [[1], [2], [3]]
   * ```
   */
  transpose(): Matrix<C, R> {
    return wrap(transpose(this));
  }

  /**
   * Copies the elements, in the same order, into rows of another length.
   *
   * @throws ShapeError if the new shape has another number of elements
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2, 3, 4]]).reshape(2, 2); // => [[1, 2], [3, 4]]
   * ```
   */
  reshape<R2 extends number, C2 extends number>(rows: R2, cols: C2): Matrix<R2, C2> {
    return wrap(reshape(this, rows, cols));
  }

  // ---------------------------------------------------------------------------------------------- arithmetic

  /**
   * Adds a number or a matrix. A row or a column is repeated to fit, as in NumPy.
   *
   * @throws ShapeError if the shapes don't broadcast
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2], [3, 4]]);
   * x.add(Matrix.fromRows([[10, 20]])); // => [[11, 22], [13, 24]]
   * x.add(Matrix.fromRows([[10], [20]])); // => [[11, 12], [23, 24]]
   * ```
   */
  add<Right extends Matrix | number>(right: Right & RequireBroadcast<this, Right>): Broadcast<this, Right> {
    return wrap(broadcast("add", this, right, plus));
  }

  /** Subtracts a number or a matrix; broadcasts and throws as {@link Matrix.add} does. */
  subtract<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("subtract", this, right, minus));
  }

  /**
   * Multiplies element by element (not the matrix product); broadcasts and throws as {@link Matrix.add} does.
   */
  multiply<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("multiply", this, right, times));
  }

  /**
   * Divides element by element, by IEEE rules (1 / 0 is Infinity); broadcasts and throws as
   * {@link Matrix.add} does.
   */
  divide<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("divide", this, right, divided));
  }

  /**
   * Takes the larger of two elements, or NaN if one is NaN; broadcasts and throws as {@link Matrix.add} does.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[-1, 2]]).maximum(0); // => [[0, 2]]
   * ```
   */
  maximum<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("maximum", this, right, Math.max));
  }

  /**
   * Takes the smaller of two elements, or NaN if one is NaN; broadcasts and throws as {@link Matrix.add}
   * does.
   */
  minimum<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("minimum", this, right, Math.min));
  }

  /**
   * Raises each element to a power, by the rules of JavaScript's `**`: NaN for a negative number to the power
   * of a fraction. Broadcasts and throws as {@link Matrix.add} does.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[-1, 3]]).pow(2); // => [[1, 9]]
   * ```
   */
  pow<Right extends Matrix | number>(
    exponent: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("pow", this, exponent, Math.pow));
  }

  /**
   * Overwrites this matrix with a number or a matrix, and returns it. A row or a column is repeated to fit.
   *
   * @throws ShapeError if the operand does not broadcast to this matrix's shape; nothing is changed then
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.zeros(2, 2).assignInPlace(Matrix.fromRows([[1, 2]]));
   * // => [[1, 2], [1, 2]]
   * ```
   */
  assignInPlace<Right extends Matrix | number>(right: Right & RequireBroadcastInto<this, Right>): this {
    return broadcastInto("assignInPlace", this, right, second);
  }

  /**
   * Adds a number or a matrix to this matrix, in place, and returns it. A row or a column is repeated to fit.
   *
   * @throws ShapeError if the result would not have this matrix's shape; nothing is changed then
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const w = Matrix.fromRows([[1, 2]]);
   * w.addInPlace(Matrix.fromRows([[0.5, 0.5]]));
   * w; // => [[1.5, 2.5]]
   * ```
   */
  addInPlace<Right extends Matrix | number>(right: Right & RequireBroadcastInto<this, Right>): this {
    return broadcastInto("addInPlace", this, right, plus);
  }

  /** Subtracts in place; broadcasts and throws as {@link Matrix.addInPlace} does. */
  subtractInPlace<Right extends Matrix | number>(right: Right & RequireBroadcastInto<this, Right>): this {
    return broadcastInto("subtractInPlace", this, right, minus);
  }

  /** Multiplies in place, element by element; broadcasts and throws as {@link Matrix.addInPlace} does. */
  multiplyInPlace<Right extends Matrix | number>(right: Right & RequireBroadcastInto<this, Right>): this {
    return broadcastInto("multiplyInPlace", this, right, times);
  }

  /** Divides in place, element by element; broadcasts and throws as {@link Matrix.addInPlace} does. */
  divideInPlace<Right extends Matrix | number>(right: Right & RequireBroadcastInto<this, Right>): this {
    return broadcastInto("divideInPlace", this, right, divided);
  }

  // -------------------------------------------------------------------------------------- element by element

  /**
   * Applies a function to each element.
   *
   * @param f - gets the element's value, row and column, and returns the new value
   * @throws TypeError if it returns something else than a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[-1, 2]]).map((value) => value ** 2); // => [[1, 4]]
   * Matrix.full(3, 3, 1).map((value, row, col) => (col <= row ? value : 0));
   * // => [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
   * ```
   */
  map(f: (value: number, row: number, col: number) => number): Matrix<R, C> {
    return wrap(map(this, f));
  }

  /** eˣ of each element. */
  exp(): Matrix<R, C> {
    return wrap(elementwise("exp", this, Math.exp));
  }

  /** The natural logarithm of each element: -Infinity of 0, NaN below. */
  log(): Matrix<R, C> {
    return wrap(elementwise("log", this, Math.log));
  }

  /** The square root of each element, NaN below 0. */
  sqrt(): Matrix<R, C> {
    return wrap(elementwise("sqrt", this, Math.sqrt));
  }

  /** The absolute value of each element. */
  abs(): Matrix<R, C> {
    return wrap(elementwise("abs", this, Math.abs));
  }

  /** The hyperbolic tangent of each element. */
  tanh(): Matrix<R, C> {
    return wrap(elementwise("tanh", this, Math.tanh));
  }

  /**
   * Replaces elements below `low` with `low` and those above `high` with `high`. NaN stays NaN.
   *
   * @param low - -Infinity for no lower bound
   * @param high - Infinity for no upper bound
   * @throws RangeError if a bound is NaN or `high` is less than `low`; TypeError if one is not a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[-5, 0.5, 9]]).clip(0, 1); // => [[0, 0.5, 1]]
   * ```
   */
  clip(low: number, high: number): Matrix<R, C> {
    return wrap(clip(this, low, high));
  }

  /** Each element with the other sign. */
  negate(): Matrix<R, C> {
    return wrap(elementwise("negate", this, negative));
  }

  // --------------------------------------------------------------------------------------------- comparisons

  /**
   * 1 if an element is greater than the other operand's, else 0, as if one of them is NaN; broadcasts and
   * throws as {@link Matrix.add} does. {@link Matrix.where} chooses by the result; its {@link Matrix.mean} is
   * the share of the elements that are greater.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 5], [3, 2]]);
   * x.greater(2); // => [[0, 1], [1, 0]]
   * x.greater(2).mean(); // => 0.5
   * ```
   */
  greater<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("greater", this, right, greater));
  }

  /** 1 if an element is greater or equal, else 0; otherwise like {@link Matrix.greater}. */
  greaterEqual<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("greaterEqual", this, right, greaterEqual));
  }

  /** 1 if an element is less, else 0; otherwise like {@link Matrix.greater}. */
  less<Right extends Matrix | number>(right: Right & RequireBroadcast<this, Right>): Broadcast<this, Right> {
    return wrap(broadcast("less", this, right, less));
  }

  /** 1 if an element is less or equal, else 0; otherwise like {@link Matrix.greater}. */
  lessEqual<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("lessEqual", this, right, lessEqual));
  }

  /**
   * 1 if an element is equal, else 0: NumPy's `equal`. -0 equals 0 and NaN equals nothing. Otherwise like
   * {@link Matrix.greater}; {@link Matrix.equals} compares whole matrices.
   */
  equalTo<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("equalTo", this, right, equalTo));
  }

  /** 1 if an element is not equal, else 0: the opposite of {@link Matrix.equalTo}. */
  notEqualTo<Right extends Matrix | number>(
    right: Right & RequireBroadcast<this, Right>,
  ): Broadcast<this, Right> {
    return wrap(broadcast("notEqualTo", this, right, notEqualTo));
  }

  // ---------------------------------------------------------------------------------------------- reductions

  /**
   * Adds up all elements in order. Axis 0 gives a row with the sum of each column, axis 1 a column with the
   * sum of each row. The sum of nothing is 0.
   *
   * @throws RangeError or TypeError if the axis is neither 0 nor 1
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2], [3, 4]]);
   * x.sum(); // => 10
   * x.sum(0); // => [[4, 6]]
   * x.sum(1); // => [[3], [7]]
   * ```
   */
  sum<A extends Axis | undefined = undefined>(axis?: A): Reduced<R, C, A> {
    return wrapReduced(sum(this, axis), axis);
  }

  /**
   * The mean of all elements, of each column (axis 0) or of each row (axis 1). The mean of nothing is NaN.
   */
  mean<A extends Axis | undefined = undefined>(axis?: A): Reduced<R, C, A> {
    return wrapReduced(mean(this, axis), axis);
  }

  /**
   * The variance of all elements, of each column (axis 0) or of each row (axis 1): Σ (x − mean)² / (n − ddof)
   * over n elements. It is never negative, and exactly 0 for equal elements. As in NumPy, ddof is 0 if not
   * given, and without more than ddof elements the result is not finite.
   *
   * @throws RangeError or TypeError if the axis is neither 0 nor 1, or ddof is negative or not finite
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2], [5, 2]]);
   * x.variance(0); // => [[4, 0]]
   * x.variance(0, { ddof: 1 }); // => [[8, 0]]
   * ```
   */
  variance<A extends Axis | undefined = undefined>(
    axis?: A,
    options: VarianceOptions = {},
  ): Reduced<R, C, A> {
    return wrapReduced(variance("variance", this, axis, options), axis);
  }

  /**
   * The standard deviation: the square root of {@link Matrix.variance}, with its options and errors.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [5, 2]]).std(0); // => [[2, 0]]
   * ```
   */
  std<A extends Axis | undefined = undefined>(axis?: A, options: VarianceOptions = {}): Reduced<R, C, A> {
    return wrapReduced(std(this, axis, options), axis);
  }

  /**
   * The largest of all elements, of each column (axis 0) or of each row (axis 1); NaN if there is a NaN among
   * them.
   *
   * @throws ShapeError if there are no elements to choose from
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 5], [3, 4]]).max(1); // => [[5], [4]]
   * ```
   */
  max<A extends Axis | undefined = undefined>(axis?: A): Reduced<R, C, A> {
    return wrapReduced(extreme("max", this, axis, -Infinity, Math.max), axis);
  }

  /** The smallest element; axes and errors as for {@link Matrix.max}. */
  min<A extends Axis | undefined = undefined>(axis?: A): Reduced<R, C, A> {
    return wrapReduced(extreme("min", this, axis, Infinity, Math.min), axis);
  }

  /**
   * The position of the largest element in `data`, or in each column (axis 0) or row (axis 1). The first of
   * equals; the first NaN if there is one.
   *
   * @throws ShapeError if there are no elements to choose from
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 5], [3, 2]]).argmax(1); // => [1, 0]
   * ```
   */
  argmax<A extends Axis | undefined = undefined>(axis?: A): A extends Axis ? Int32Array : number {
    return argmax(this, axis) as A extends Axis ? Int32Array : number;
  }

  // ----------------------------------------------------------------------------- comparing, printing, saving

  /**
   * Whether the other matrix has the same shape and the same numbers. NaN equals nothing.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.identity(2).equals(Matrix.fromRows([[1, 0], [0, 1]])); // => true
   * ```
   */
  equals(other: Matrix): boolean {
    return equals(this, other);
  }

  /**
   * Whether |a - b| ≤ atol + rtol |b| for every element a of this matrix and b of the other.
   *
   * @throws ShapeError if the shapes differ; RangeError or TypeError if a tolerance is negative or not finite
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const third = Matrix.full(1, 1, 1 / 3);
   * third.allClose(Matrix.full(1, 1, 0.3333333)); // => true
   * third.allClose(Matrix.full(1, 1, 0.3333333), { rtol: 0, atol: 1e-9 });
   * // => false
   * ```
   */
  allClose(other: Matrix, tolerance: Tolerance = {}): boolean {
    return allClose(this, other, tolerance);
  }

  /**
   * Writes the matrix as a table. Large ones are shortened. `console.log` in Node prints it too.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * String(Matrix.fromRows([[1, -2.5]])); // => "Matrix 1 x 2\n  [ 1.0  -2.5 ]"
   * ```
   */
  toString(): string {
    return format(this);
  }

  /**
   * What `JSON.stringify` writes: an object with rows, cols and data. {@link Matrix.fromJSON} makes the same
   * matrix of it. NaN, the infinities and -0, which would be lost in JSON, become strings.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * JSON.stringify(Matrix.fromRows([[0.1, -0]]));
   * // => '{"rows":1,"cols":2,"data":[0.1,"-0"]}'
   * ```
   */
  toJSON(): MatrixJSON {
    return toJSON(this);
  }
}

/**
 * The type of the matrix that `Left` and `Right` broadcast to.
 *
 * @group Shape types
 */
export type Broadcast<Left extends Matrix, Right> =
  Right extends Matrix<infer R, infer C>
    ? Matrix<BroadcastDimension<Left["rows"], R>, BroadcastDimension<Left["cols"], C>>
    : Matrix<Left["rows"], Left["cols"]>;

/**
 * The type of the matrix that a list of matrices makes if put below each other (axis 0) or side by side
 * (axis 1).
 *
 * @group Shape types
 */
export type Concatenated<Matrices extends readonly Matrix[], A extends Axis | undefined> = A extends 1
  ? Matrix<CommonDimension<Matrices[number], "rows">, number>
  : Matrix<number, CommonDimension<Matrices[number], "cols">>;

/** What is left of an R x C matrix: one row for axis 0, one column for axis 1, a number for no axis. */
type Reduced<R extends number, C extends number, A extends Axis | undefined> = A extends 0
  ? Matrix<1, C>
  : A extends 1
    ? Matrix<R, 1>
    : number;

/**
 * Makes a matrix of what the functions of this folder return. `M` is the type that belongs to its shape. This
 * is not a method, since bundlers rename a class that refers to itself, and messages would show the other
 * name.
 */
function wrap<M>({ rows, cols, data }: Stored): M {
  return new Matrix(rows, cols, data) as M;
}

/** Does the same for a reduction, or returns its only element if there is no axis. */
function wrapReduced<M>(result: Stored, axis: Axis | undefined): M {
  return axis === undefined ? (result.data[0] as M) : wrap(result);
}
