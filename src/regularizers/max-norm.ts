import { checkPositive } from "../errors/number.js";
import { scaledSquares } from "../kernels/scaled-squares.js";
import { checkAllFinite } from "../matrix/checks.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";
import { weightsOf } from "./penalty.js";

/**
 * Keeps the incoming weights of each unit short: a column of W whose norm √ Σᵢ Wᵢⱼ² is above the limit is
 * scaled to it. Apply it after the optimizer's step. Biases are left alone.
 *
 * A column holds the weights of one unit in a {@link Dense} layer. For weights that are laid out in another
 * way, leave their parameters out.
 *
 * @see {@link https://jmlr.org/papers/v15/srivastava14a.html | Srivastava et al. 2014, dropout}
 * @example
 * ```ts
 * import { Dense, Matrix, MaxNorm } from "spiralnet";
 *
 * const layer = new Dense(2, 2, {
 *   weights: () =>
 *     Matrix.fromRows([
 *       [3, 1],
 *       [4, 0],
 *     ]),
 * });
 * new MaxNorm(2.5).apply(layer.parameters); // the first column has norm 5
 * layer.weights.value; // => [[1.5, 1], [2, 0]]
 * ```
 */
export class MaxNorm {
  /** The largest norm a column may have. */
  readonly limit: number;

  /**
   * A limit for the norm of each column, of 3 or 4 for example.
   *
   * @param limit - a finite number above 0, such as 3
   * @throws RangeError if it is not above 0 or not finite; TypeError if it is no number
   * @example
   * ```ts
   * import { MaxNorm } from "spiralnet";
   *
   * const maxNorm = new MaxNorm(3);
   * ```
   */
  constructor(limit: number) {
    checkPositive("MaxNorm: limit", limit);
    this.limit = limit;
  }

  /**
   * Shortens the columns of the weights that are too long.
   *
   * @throws RangeError, before anything is changed, if a weight is NaN or infinite
   */
  apply(parameters: readonly Parameter[]): void {
    checkParameters("MaxNorm", parameters);
    checkDistinct("MaxNorm", parameters);
    const weights = weightsOf(parameters);
    for (const { name, value } of weights) checkAllFinite("MaxNorm", name, value);
    for (const { value } of weights) {
      const { rows, cols, data } = value;
      const column = new Float64Array(rows);
      for (let j = 0; j < cols; j++) {
        for (let i = 0; i < rows; i++) column[i] = data[i * cols + j] as number;
        const { sum, scale } = scaledSquares(column);
        if (!(scale * Math.sqrt(sum) > this.limit)) continue;
        const factor = this.limit / Math.sqrt(sum); // of the column divided by its scale
        for (let i = 0; i < rows; i++) data[i * cols + j] = ((column[i] as number) / scale) * factor;
      }
    }
  }
}
