import { ShapeError } from "../errors/shape-error.js";
import { wrongNumber } from "../errors/wrong.js";
import { checkAllFinite, checkInput, checkMatrix } from "../matrix/checks.js";
import { Matrix } from "../matrix/matrix.js";
import { checkCount } from "../matrix/memory.js";
import { Printable } from "../matrix/printable.js";
import type { RequireEqual } from "../matrix/shape-types.js";

/** What a {@link Standardizer} has learnt: a number for each column. */
export interface StandardizerState<Features extends number = number> {
  /** μ, the mean of each column. */
  readonly means: Matrix<1, Features>;
  /** σ, what each column is divided by: its standard deviation, or 1 if the column is constant. */
  readonly deviations: Matrix<1, Features>;
}

/**
 * Shifts and scales columns to mean 0 and standard deviation 1: z = (x − μ) / σ, with σ² the mean of (x − μ)².
 * μ and σ are those of the data it was fitted on, usually the training data; test data and whatever else the
 * model is given are transformed by the same numbers.
 *
 * A column that is constant, up to rounding, is only shifted. As scikit-learn's `StandardScaler`, σ² is divided
 * by the number of rows N, not by N − 1.
 *
 * @typeParam Features - columns
 * @example
 * ```ts
 * import { Matrix, Standardizer } from "spiralnet";
 *
 * const scaler = Standardizer.fit(
 *   Matrix.fromRows([
 *     [1, 100],
 *     [3, 300],
 *   ]),
 * );
 * scaler.transform(
 *   Matrix.fromRows([
 *     [1, 200],
 *     [5, 100],
 *   ]),
 * ); // => [[-1, 0], [3, -1]]
 * scaler.inverse(Matrix.fromRows([[0, 1]])); // => [[2, 300]]
 * ```
 */
export class Standardizer<Features extends number = number> extends Printable {
  /** μ and σ. The matrices are live: writing to them changes the standardizer. A checkpoint holds them. */
  readonly state: StandardizerState<Features>;

  /**
   * A standardizer that changes nothing yet (μ = 0, σ = 1), to load a saved state into. {@link Standardizer.fit}
   * makes one from data.
   *
   * @param width - how many columns
   * @throws RangeError or TypeError if the width is not an integer of at least 0
   * @example
   * ```ts
   * import { Matrix, Standardizer } from "spiralnet";
   *
   * const scaler = new Standardizer(2);
   * scaler.state.means.assignInPlace(Matrix.fromRows([[2, 200]]));
   * scaler.state.deviations.assignInPlace(Matrix.fromRows([[1, 100]]));
   * scaler.transform(Matrix.fromRows([[3, 300]])); // => [[1, 1]]
   * ```
   */
  constructor(width: Features) {
    super();
    checkCount("Standardizer: width", width);
    this.state = Object.freeze({ means: Matrix.zeros(1, width), deviations: Matrix.full(1, width, 1) });
  }

  /**
   * Takes μ and σ from data.
   *
   * @param x - one example a row
   * @throws RangeError if there are no rows, an element is NaN or infinite, or a mean or deviation is above
   * the largest float64
   */
  static fit<Features extends number>(x: Matrix<number, Features>): Standardizer<Features> {
    checkInput("Standardizer.fit", x);
    if (x.rows === 0) wrongNumber("Standardizer.fit: the number of rows", 0, "at least 1");
    const scaler = new Standardizer(x.cols);
    const { means, deviations } = scaler.state;
    // With the first row subtracted, a constant column is exactly 0, and one far from 0 loses no digits.
    const first: Matrix = x.row(0);
    const shifted = (x as Matrix).subtract(first);
    means.data.set(first.add(shifted.mean(0)).data);
    deviations.data.set(shifted.std(0).data);
    checkAllFinite("Standardizer.fit", "means", means);
    checkAllFinite("Standardizer.fit", "deviations", deviations);
    deviations.data.forEach((deviation, j) => {
      if (deviation <= ROUNDING * Math.abs(means.data[j] as number)) deviations.data[j] = 1;
    });
    return scaler;
  }

  /**
   * z = (x − μ) / σ
   *
   * @throws ShapeError if x has not as many columns as the data had; RangeError if an element of x or z is NaN
   * or infinite
   */
  transform<Rows extends number, Cols extends number>(
    x: Matrix<Rows, Cols> &
      RequireEqual<Cols, Features, `x has ${Cols} columns, the standardizer ${Features}`>,
  ): Matrix<Rows, Features> {
    const { means, deviations } = this.checked("Standardizer.transform", "x", x);
    const z = (x as Matrix).subtract(means).divide(deviations);
    checkAllFinite("Standardizer.transform", "z", z);
    return z as Matrix<Rows, Features>;
  }

  /**
   * x = zσ + μ, from which `transform` makes z again, up to rounding.
   *
   * @throws ShapeError if z has not as many columns as the data had; RangeError if an element of z or x is NaN
   * or infinite
   */
  inverse<Rows extends number, Cols extends number>(
    z: Matrix<Rows, Cols> &
      RequireEqual<Cols, Features, `z has ${Cols} columns, the standardizer ${Features}`>,
  ): Matrix<Rows, Features> {
    const { means, deviations } = this.checked("Standardizer.inverse", "z", z);
    const x = (z as Matrix).multiply(deviations).add(means);
    checkAllFinite("Standardizer.inverse", "x", x);
    return x as Matrix<Rows, Features>;
  }

  /** What is printed: μ and σ. */
  toString(): string {
    const { means, deviations } = this.state;
    return `Standardizer\nmeans: ${means}\ndeviations: ${deviations}`;
  }

  /** The state. Throws unless it fits `x`, which the operation calls `name`. */
  private checked(operation: string, name: string, x: Matrix): StandardizerState {
    checkMatrix(`${operation}: ${name}`, x);
    const { means } = this.state;
    if (x.cols !== means.cols) {
      const problem = `${name} has ${x.cols} columns, the standardizer ${means.cols}`;
      throw new ShapeError(operation, x.shape, means.shape, problem, [name, "means"]);
    }
    checkAllFinite(operation, name, x);
    return this.state;
  }
}

/** A deviation of this many times the mean is a column's own rounding. */
const ROUNDING = 10 * Number.EPSILON;
