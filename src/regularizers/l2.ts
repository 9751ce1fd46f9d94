import { checkNonNegative } from "../errors/number.js";
import { addScaled } from "../kernels/add-scaled.js";
import { scaledSquares } from "../kernels/scaled-squares.js";
import type { Parameter } from "../parameters/parameter.js";
import { totalPenalty, weightsOf } from "./penalty.js";
import type { Regularizer } from "./regularizer.js";

/**
 * Weight decay: the penalty ½ λ Σ W² over all weights, with the gradient λW.
 * Biases are left alone.
 *
 * @see {@link https://cs231n.github.io/neural-networks-2/#reg | cs231n, regularization}
 * @example
 * ```ts
 * import { Dense, L2, Matrix } from "spiralnet";
 *
 * const layer = new Dense(1, 2, { weights: () => Matrix.fromRows([[3, 4]]) });
 * new L2(0.1).apply(layer.parameters); // ≈ 1.25
 * layer.weights.gradient; // ≈ [[0.3, 0.4]]
 * layer.biases.gradient; // => [[0, 0]]
 * ```
 */
export class L2 implements Regularizer {
  /** λ */
  readonly strength: number;

  /**
   * Weight decay of strength λ: the penalty is ½ λ Σ W², its gradient λ W.
   *
   * @param strength - λ, a finite number of at least 0, such as 0.001
   * @throws RangeError if it is negative or not finite; TypeError if it is no number
   * @example
   * ```ts
   * import { L2 } from "spiralnet";
   *
   * const l2 = new L2(0.001);
   * ```
   */
  constructor(strength: number) {
    checkNonNegative("L2: strength", strength);
    this.strength = strength;
  }

  /**
   * ½ λ Σ W² over the weights among the parameters; changes nothing.
   *
   * @throws RangeError if a weight is NaN or infinite; {@link NonFiniteError} if the penalty is larger than
   * any float64
   */
  penalty(parameters: readonly Parameter[]): number {
    return totalPenalty("L2", parameters, (w) => squaredPenalty(w, this.strength));
  }

  /**
   * Adds λW to the gradient of each weight and returns the penalty. Call it after `backward` and
   * before the optimizer's `step`: `backward` starts all gradients anew, so what was added before it is lost.
   *
   * @throws RangeError, before anything is changed, if a weight is NaN or infinite; {@link NonFiniteError} if
   * the penalty is larger than any float64
   */
  apply(parameters: readonly Parameter[]): number {
    const penalty = this.penalty(parameters);
    for (const { value, gradient } of weightsOf(parameters)) {
      addScaled(gradient.data, this.strength, value.data);
    }
    return penalty;
  }
}

/** ½ λ Σ w² */
export function squaredPenalty(w: Float64Array, strength: number): number {
  const { sum, scale } = scaledSquares(w);
  return 0.5 * strength * scale * scale * sum;
}
