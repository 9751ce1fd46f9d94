import { checkInteger } from "../errors/number.js";
import { ShapeError } from "../errors/shape-error.js";
import { wrongType } from "../errors/wrong.js";
import { apply } from "../kernels/elementwise.js";
import { newProduct } from "../kernels/product.js";
import { transpose } from "../kernels/transpose.js";
import { broadcast, broadcastTo } from "./broadcast.js";
import { checkedNumber, fromArray, fromRows, linspace, oneHot } from "./build.js";
import { checkMatrix } from "./checks.js";
import { allClose, equals, type Tolerance } from "./compare.js";
import { format } from "./format.js";
import { Printable } from "./printable.js";
import { type Axis, argmax, checkNotEmpty, type Reduced, reduce } from "./reduce.js";
import { pick, type Span, selectRows, slice } from "./select.js";
import type { Agree, Broadcastable, BroadcastableInto, Broadcasted, ColsOf } from "./shape-types.js";

/**
 * A matrix of float64 numbers, stored row after row. Its methods have NumPy's names, return new matrices and leave their operands as
 * they are; those that write into the matrix say so in their names (`addInPlace`).
 *
 * The dimensions are part of the type where the compiler knows them: `Matrix<300, 2>` times `Matrix<64, 3>` does not compile. A
 * dimension known only at run time is `number`, fits any other, and is checked at run time.
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
  /** How many rows. */
  readonly rows: R;
  /** How many columns. */
  readonly cols: C;
  /** The elements: element (i, j) is `data[i * cols + j]`. Writing here changes the matrix. */
  readonly data: Float64Array;

  /**
   * Wraps a typed array without copying it: the matrix and the caller share `data`.
   *
   * @throws RangeError or TypeError if a dimension is not an integer of at least 0; TypeError if `data` is not a Float64Array;
   * {@link ShapeError} if it has another length than rows times cols
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * new Matrix(2, 2, new Float64Array([1, 2, 3, 4])).get(1, 0); // => 3
   * ```
   */
  constructor(rows: R, cols: C, data: Float64Array) {
    super();
    if (!(data instanceof Float64Array)) {
      wrongType("Matrix: data", data, "a Float64Array");
    }
    const size = sizeOf(rows, cols);
    if (data.length !== size) {
      const sides = ["the matrix", "the data"] as const;
      throw new ShapeError("Matrix", [rows, cols], [1, data.length], `${size} elements are needed`, sides);
    }
    this.rows = rows;
    this.cols = cols;
    this.data = data;
  }

  // ------------------------------------------------------------------------------------------------------------------- building

  /**
   * A matrix from its rows.
   *
   * @throws {@link ShapeError} if the rows differ in length; TypeError if an element is not a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2, 3], [4, 5, 6]]).shape; // => [2, 3]
   * ```
   */
  static fromRows<const Rows extends readonly (readonly number[])[]>(
    rows: Rows,
  ): Matrix<Rows["length"], ColsOf<Rows>> {
    return fromRows(rows) as Matrix<Rows["length"], ColsOf<Rows>>;
  }

  /**
   * A matrix from a flat list of its elements, row after row. The list is copied.
   *
   * @throws {@link ShapeError} if there are not rows times cols elements; TypeError if one is not a number
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
    return fromArray(values, rows, cols) as Matrix<R, C>;
  }

  /**
   * A matrix of zeros.
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
    return new Matrix(rows, cols, new Float64Array(sizeOf(rows, cols)));
  }

  /**
   * A matrix with the same number everywhere.
   *
   * @throws RangeError or TypeError if a dimension is not an integer of at least 0; TypeError if `value` is not a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.full(2, 2, 7); // => [[7, 7], [7, 7]]
   * ```
   */
  static full<R extends number, C extends number>(rows: R, cols: C, value: number): Matrix<R, C> {
    return Matrix.zeros(rows, cols).assignInPlace(checkedNumber("full", "the value", value));
  }

  /**
   * Ones on the diagonal, zeros elsewhere.
   *
   * @throws RangeError if `size` is not an integer of at least 0
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.identity(2); // => [[1, 0], [0, 1]]
   * ```
   */
  static identity<N extends number>(size: N): Matrix<N, N> {
    const out = Matrix.zeros(size, size);
    for (let i = 0; i < size; i++) out.data[i * size + i] = 1;
    return out;
  }

  /**
   * A row of `count` evenly spaced numbers, from start to stop, both included.
   *
   * @throws RangeError if start or stop is not finite, or `count` not an integer of at least 0
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.linspace(0, 1, 5); // => [[0, 0.25, 0.5, 0.75, 1]]
   * ```
   */
  static linspace<N extends number>(start: number, stop: number, count: N): Matrix<1, N> {
    return linspace(start, stop, count) as Matrix<1, N>;
  }

  /**
   * A row for each label: $1$ in the label's column, $0$ elsewhere. It is the $\mathbb{1}(y)$ in the gradient of the softmax loss.
   *
   * @throws RangeError if a label is not an integer from 0 to classes - 1
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.oneHot([2, 0], 3); // => [[0, 0, 1], [1, 0, 0]]
   * ```
   */
  static oneHot<K extends number>(labels: ArrayLike<number>, classes: K): Matrix<number, K> {
    return oneHot(labels, classes) as Matrix<number, K>;
  }

  // -------------------------------------------------------------------------------------------------------------------- reading

  /** Rows and columns, as NumPy's `shape`. */
  get shape(): readonly [R, C] {
    return [this.rows, this.cols];
  }

  /**
   * The element in row `row` and column `col`, both counted from 0.
   *
   * @throws RangeError if there is no such element
   */
  get(row: number, col: number): number {
    checkInteger("get: row", row, 0, this.rows - 1);
    checkInteger("get: col", col, 0, this.cols - 1);
    return this.data[row * this.cols + col] as number;
  }

  /**
   * A copy of one row.
   *
   * @throws RangeError if there is no such row
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [3, 4]]).row(1); // => [[3, 4]]
   * ```
   */
  row(index: number): Matrix<1, C> {
    checkInteger("row: index", index, 0, this.rows - 1);
    return selectRows(this, [index]) as Matrix<1, C>;
  }

  /**
   * A copy of one column.
   *
   * @throws RangeError if there is no such column
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [3, 4]]).col(1); // => [[2], [4]]
   * ```
   */
  col(index: number): Matrix<R, 1> {
    checkInteger("col: index", index, 0, this.cols - 1);
    return slice(this, [0, this.rows], [index, index + 1]) as Matrix<R, 1>;
  }

  /**
   * The rows with the given indices, in that order and as often as they are named: a batch of a data set, NumPy's `x[indices]`.
   *
   * @throws RangeError if an index is not that of a row
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [3, 4], [5, 6]]).selectRows([2, 0]); // => [[5, 6], [1, 2]]
   * ```
   */
  selectRows(indices: ArrayLike<number>): Matrix<number, C> {
    return selectRows(this, indices) as Matrix<number, C>;
  }

  /**
   * A copy of a block: rows and columns from a start up to, but not including, an end. All columns if none are given.
   *
   * @throws RangeError if a bound lies outside of the matrix or an end before its start
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2, 3], [4, 5, 6]]).slice([0, 2], [1, 3]); // => [[2, 3], [5, 6]]
   * ```
   */
  slice(rows: Span, cols: Span = [0, this.cols]): Matrix {
    return slice(this, rows, cols);
  }

  /**
   * One element of each row: element i is `x[i, cols[i]]`, NumPy's `x[range(n), cols]`.
   *
   * @throws {@link ShapeError} unless there is one column for each row; RangeError if there is no such column
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2], [3, 4]]).pick([1, 0]); // => [[2], [3]]
   * ```
   */
  pick(cols: ArrayLike<number>): Matrix<R, 1> {
    return pick(this, cols) as Matrix<R, 1>;
  }

  /** The elements as an array of rows, copied. */
  toArray(): number[][] {
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from(this.data.subarray(i * this.cols, (i + 1) * this.cols)),
    );
  }

  /** A matrix of its own with the same elements. */
  copy(): Matrix<R, C> {
    return new Matrix(this.rows, this.cols, this.data.slice());
  }

  // ---------------------------------------------------------------------------------------------------------- products and shapes

  /**
   * The matrix product: $(XW)_{ij} = \sum_k X_{ik} W_{kj}$, summed in the order of $k$.
   *
   * @param right - has as many rows as this matrix has columns
   * @throws {@link ShapeError} if it has not
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2]]);
   * x.matmul(Matrix.fromRows([[3, 4, 5], [6, 7, 8]])); // => [[15, 18, 21]]
   * ```
   */
  matmul<Left extends Matrix, R2 extends number, C2 extends number>(
    this: Left,
    right: Matrix<R2, C2> & Agree<Left["cols"], R2, `left has ${Left["cols"]} columns, right has ${R2} rows`>,
  ): Matrix<Left["rows"], C2> {
    checkMatrix("matmul: right", right);
    const { rows, cols } = this;
    if (cols !== (right.rows as number)) {
      throw new ShapeError(
        "matmul",
        this.shape,
        right.shape,
        `left has ${cols} columns, right has ${right.rows} rows`,
      );
    }
    return new Matrix(rows, right.cols, newProduct(this, right));
  }

  /**
   * Rows become columns: $(X^\top)_{ij} = X_{ji}$.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2, 3]]).transpose(); // => [[1], [2], [3]]
   * ```
   */
  transpose(): Matrix<C, R> {
    const out = Matrix.zeros(this.cols, this.rows);
    transpose(out.data, this.data, this.rows, this.cols);
    return out;
  }

  /**
   * The same elements in the same order, in rows of another length.
   *
   * @throws {@link ShapeError} if the new shape has another number of elements
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 2, 3, 4]]).reshape(2, 2); // => [[1, 2], [3, 4]]
   * ```
   */
  reshape<R2 extends number, C2 extends number>(rows: R2, cols: C2): Matrix<R2, C2> {
    if (sizeOf(rows, cols) !== this.data.length) {
      const problem = `${this.data.length} elements are not ${rows * cols}`;
      throw new ShapeError("reshape", this.shape, [rows, cols], problem, ["the matrix", "the new shape"]);
    }
    return new Matrix(rows, cols, this.data.slice());
  }

  // ------------------------------------------------------------------------------------------------------------------ arithmetic

  /**
   * Adds a number or a matrix; a row or a column is repeated to fit, as in NumPy.
   *
   * @throws {@link ShapeError} if the shapes don't broadcast
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const x = Matrix.fromRows([[1, 2], [3, 4]]);
   * x.add(Matrix.fromRows([[10, 20]])); // => [[11, 22], [13, 24]]
   * x.add(Matrix.fromRows([[10], [20]])); // => [[11, 12], [23, 24]]
   * ```
   */
  add<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & Broadcastable<Left, Right>,
  ): Broadcasted<Left, Right> {
    return broadcast("add", this, right, plus) as Broadcasted<Left, Right>;
  }

  /** Subtracts a number or a matrix; broadcasts and throws as {@link Matrix.add} does. */
  subtract<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & Broadcastable<Left, Right>,
  ): Broadcasted<Left, Right> {
    return broadcast("subtract", this, right, minus) as Broadcasted<Left, Right>;
  }

  /** Multiplies element by element (not the matrix product); broadcasts and throws as {@link Matrix.add} does. */
  multiply<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & Broadcastable<Left, Right>,
  ): Broadcasted<Left, Right> {
    return broadcast("multiply", this, right, times) as Broadcasted<Left, Right>;
  }

  /** Divides element by element, by IEEE rules (1 / 0 is Infinity); broadcasts and throws as {@link Matrix.add} does. */
  divide<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & Broadcastable<Left, Right>,
  ): Broadcasted<Left, Right> {
    return broadcast("divide", this, right, over) as Broadcasted<Left, Right>;
  }

  /**
   * The larger of two elements, NaN where one is NaN; broadcasts and throws as {@link Matrix.add} does.
   *
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[-1, 2]]).maximum(0); // => [[0, 2]]
   * ```
   */
  maximum<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & Broadcastable<Left, Right>,
  ): Broadcasted<Left, Right> {
    return broadcast("maximum", this, right, Math.max) as Broadcasted<Left, Right>;
  }

  /** The smaller of two elements, NaN where one is NaN; broadcasts and throws as {@link Matrix.add} does. */
  minimum<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & Broadcastable<Left, Right>,
  ): Broadcasted<Left, Right> {
    return broadcast("minimum", this, right, Math.min) as Broadcasted<Left, Right>;
  }

  /**
   * Overwrites this matrix with a number or a matrix, and returns it. A row or a column is repeated to fit.
   *
   * @throws {@link ShapeError} if the operand does not broadcast to this matrix's shape; nothing is changed then
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.zeros(2, 2).assignInPlace(Matrix.fromRows([[1, 2]])); // => [[1, 2], [1, 2]]
   * ```
   */
  assignInPlace<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & BroadcastableInto<Left, Right>,
  ): Left {
    return broadcastTo("assignInPlace", this, this, right, second) as Left;
  }

  /**
   * Adds a number or a matrix to this matrix, in place, and returns it. A row or a column is repeated to fit.
   *
   * @throws {@link ShapeError} if the result would not have this matrix's shape; nothing is changed then
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const w = Matrix.fromRows([[1, 2]]);
   * w.addInPlace(Matrix.fromRows([[0.5, 0.5]]));
   * w; // => [[1.5, 2.5]]
   * ```
   */
  addInPlace<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & BroadcastableInto<Left, Right>,
  ): Left {
    return broadcastTo("addInPlace", this, this, right, plus) as Left;
  }

  /** Subtracts in place; broadcasts and throws as {@link Matrix.addInPlace} does. */
  subtractInPlace<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & BroadcastableInto<Left, Right>,
  ): Left {
    return broadcastTo("subtractInPlace", this, this, right, minus) as Left;
  }

  /** Multiplies in place, element by element; broadcasts and throws as {@link Matrix.addInPlace} does. */
  multiplyInPlace<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & BroadcastableInto<Left, Right>,
  ): Left {
    return broadcastTo("multiplyInPlace", this, this, right, times) as Left;
  }

  /** Divides in place, element by element; broadcasts and throws as {@link Matrix.addInPlace} does. */
  divideInPlace<Left extends Matrix, Right extends Matrix | number>(
    this: Left,
    right: Right & BroadcastableInto<Left, Right>,
  ): Left {
    return broadcastTo("divideInPlace", this, this, right, over) as Left;
  }

  // -------------------------------------------------------------------------------------------------------- element by element

  /**
   * A function of each element.
   *
   * @param f - gets the element's value and returns the new one
   * @throws TypeError if it returns something else than a number
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[-1, 2]]).map((value) => value ** 2); // => [[1, 4]]
   * ```
   */
  map(f: (value: number) => number): Matrix<R, C> {
    return this.#apply((value) => checkedNumber("map", `what f made of ${value}`, f(value)));
  }

  /** $e^{x}$ of each element. */
  exp(): Matrix<R, C> {
    return this.#apply(Math.exp);
  }

  /** The natural logarithm of each element: -Infinity for 0, NaN below. */
  log(): Matrix<R, C> {
    return this.#apply(Math.log);
  }

  /** The square root of each element, NaN below 0. */
  sqrt(): Matrix<R, C> {
    return this.#apply(Math.sqrt);
  }

  /** The absolute value of each element. */
  abs(): Matrix<R, C> {
    return this.#apply(Math.abs);
  }

  /** The negative of each element. */
  negate(): Matrix<R, C> {
    return this.#apply((value) => -value);
  }

  // ------------------------------------------------------------------------------------------------------------------ reductions

  /**
   * The sum of all elements; along axis 0 a row with the sum of each column, along axis 1 a column with the sum of each row.
   * Added up in order. The sum of nothing is 0.
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
  sum(): number;
  sum<A extends Axis>(axis: A): Reduced<Matrix<R, C>, A>;
  sum(axis?: Axis): number | Matrix {
    return reduce("sum", this, axis, 0, plus);
  }

  /** The mean of all elements, of each column (axis 0) or of each row (axis 1). The mean of nothing is NaN. */
  mean(): number;
  mean<A extends Axis>(axis: A): Reduced<Matrix<R, C>, A>;
  mean(axis?: Axis): number | Matrix {
    const sum = reduce("mean", this, axis, 0, plus);
    if (typeof sum === "number") return sum / this.data.length;
    return sum.divideInPlace<Matrix, number>(axis === 0 ? this.rows : this.cols);
  }

  /**
   * The largest element, of all, of each column (axis 0) or of each row (axis 1); NaN where there is one.
   *
   * @throws {@link ShapeError} if there are no elements to choose from
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 5], [3, 4]]).max(1); // => [[5], [4]]
   * ```
   */
  max(): number;
  max<A extends Axis>(axis: A): Reduced<Matrix<R, C>, A>;
  max(axis?: Axis): number | Matrix {
    checkNotEmpty("max", this, axis);
    return reduce("max", this, axis, -Infinity, Math.max);
  }

  /** The smallest element; axes and errors as for {@link Matrix.max}. */
  min(): number;
  min<A extends Axis>(axis: A): Reduced<Matrix<R, C>, A>;
  min(axis?: Axis): number | Matrix {
    checkNotEmpty("min", this, axis);
    return reduce("min", this, axis, Infinity, Math.min);
  }

  /**
   * Where the largest element is: its position in `data`, or in each column (axis 0) or row (axis 1). The first of equals; the first
   * NaN where there is one.
   *
   * @throws {@link ShapeError} if there are no elements to choose from
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * Matrix.fromRows([[1, 5], [3, 2]]).argmax(1); // => [1, 0]
   * ```
   */
  argmax(): number;
  argmax(axis: Axis): Int32Array;
  argmax(axis?: Axis): number | Int32Array {
    return argmax(this, axis);
  }

  // ------------------------------------------------------------------------------------------------------- comparing and printing

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
   * Whether $|a - b| \le \mathrm{atol} + \mathrm{rtol}\,|b|$ for every element $a$ of this and $b$ of the other matrix.
   *
   * @throws {@link ShapeError} if the shapes differ; RangeError if a tolerance is negative or not finite
   * @example
   * ```ts
   * import { Matrix } from "spiralnet";
   *
   * const third = Matrix.full(1, 1, 1 / 3);
   * third.allClose(Matrix.full(1, 1, 0.3333333)); // => true
   * third.allClose(Matrix.full(1, 1, 0.3333333), { rtol: 0, atol: 1e-9 }); // => false
   * ```
   */
  allClose(other: Matrix, tolerance: Tolerance = {}): boolean {
    return allClose(this, other, tolerance);
  }

  /**
   * The matrix as a table; large ones are shortened. `console.log` in Node prints it too.
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

  #apply(f: (value: number) => number): Matrix<R, C> {
    const out = this.copy();
    apply(out.data, out.data, f);
    return out;
  }
}

/** The number of elements. Throws unless both dimensions are integers of at least 0. */
function sizeOf(rows: number, cols: number): number {
  checkInteger("Matrix: rows", rows, 0);
  checkInteger("Matrix: cols", cols, 0);
  return rows * cols;
}

function second(_a: number, b: number): number {
  return b;
}

function plus(a: number, b: number): number {
  return a + b;
}

function minus(a: number, b: number): number {
  return a - b;
}

function times(a: number, b: number): number {
  return a * b;
}

function over(a: number, b: number): number {
  return a / b;
}
