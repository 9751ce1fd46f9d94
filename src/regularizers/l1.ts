import { checkNonNegative } from "../errors/number.js";
import type { Parameter } from "../parameters/parameter.js";
import { totalPenalty, weightsOf } from "./penalty.js";
import type { Regularizer } from "./regularizer.js";

/**
 * The penalty λ Σ |W| over all weights, with the gradient λ sign(W), which is 0 for a weight of 0. It pulls
 * every weight towards 0 by the same amount, so that many of them get there. Biases are left alone.
 *
 * @see {@link https://cs231n.github.io/neural-networks-2/#reg | cs231n, regularization}
 * @example
 * ```ts
 * import { Dense, L1, Matrix } from "spiralnet";
 *
 * const layer = new Dense(1, 3, { weights: () => Matrix.fromRows([[3, -4, 0]]) });
 * new L1(0.1).apply(layer.parameters); // ≈ 0.7
 * layer.weights.gradient; // => [[0.1, -0.1, 0]]
 * ```
 */
export class L1 implements Regularizer {
  /** λ */
  readonly strength: number;

  /**
   * The penalty of strength λ: λ Σ |W|, with the gradient λ sign(W).
   *
   * @param strength - λ, a finite number of at least 0, such as 0.0001
   * @throws RangeError if it is negative or not finite; TypeError if it is no number
   * @example
   * ```ts
   * import { L1 } from "spiralnet";
   *
   * const l1 = new L1(0.0001);
   * ```
   */
  constructor(strength: number) {
    checkNonNegative("L1: strength", strength);
    this.strength = strength;
  }

  /**
   * λ Σ |W| over the weights among the parameters; changes nothing.
   *
   * @throws RangeError if a weight is NaN or infinite; {@link NonFiniteError} if the penalty is larger than
   * any float64
   */
  penalty(parameters: readonly Parameter[]): number {
    return totalPenalty("L1", parameters, (w) => absolutePenalty(w, this.strength));
  }

  /**
   * Adds λ sign(W) to the gradient of each weight and returns the penalty. Call it after `backward` and
   * before the optimizer's `step`: `backward` starts all gradients anew, so what was added before it is lost.
   *
   * @throws RangeError, before anything is changed, if a weight is NaN or infinite; {@link NonFiniteError} if
   * the penalty is larger than any float64
   */
  apply(parameters: readonly Parameter[]): number {
    const penalty = this.penalty(parameters);
    for (const { value, gradient } of weightsOf(parameters)) {
      addSigns(gradient.data, this.strength, value.data);
    }
    return penalty;
  }
}

/** λ Σ |w| */
export function absolutePenalty(w: Float64Array, strength: number): number {
  // The sum of the sizes alone might overflow though its product with a small λ does not.
  return w.reduce((total, value) => total + strength * Math.abs(value), 0);
}

/** gradient += λ sign(w) */
export function addSigns(gradient: Float64Array, strength: number, w: Float64Array): void {
  for (let i = 0; i < w.length; i++) {
    gradient[i] = (gradient[i] as number) + strength * Math.sign(w[i] as number);
  }
}
