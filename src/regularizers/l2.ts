import { checkNonNegative } from "../errors/number.js";
import { addScaled } from "../kernels/add-scaled.js";
import { sumSquares } from "../kernels/sum-squares.js";
import { checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";
import type { Regularizer } from "./regularizer.js";

/**
 * Weight decay: the penalty $\frac{1}{2} \lambda \sum W^2$ over all weights, with the gradient $\lambda W$. Biases are left alone.
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
  /** $\lambda$ */
  readonly strength: number;

  /**
   * @param strength - $\lambda$
   * @throws RangeError if it is negative or not finite
   */
  constructor(strength: number) {
    checkNonNegative("L2: strength", strength);
    this.strength = strength;
  }

  /** $\frac{1}{2} \lambda \sum W^2$ over the weights among the parameters; changes nothing. */
  penalty(parameters: readonly Parameter[]): number {
    checkParameters("L2", parameters);
    let total = 0;
    for (const { value, role } of parameters) {
      if (role === "weight") total += 0.5 * this.strength * sumSquares(value.data);
    }
    return total;
  }

  /** Adds $\lambda W$ to the gradient of each weight and returns the penalty. */
  apply(parameters: readonly Parameter[]): number {
    const penalty = this.penalty(parameters);
    for (const { value, gradient, role } of parameters) {
      if (role === "weight") addScaled(gradient.data, this.strength, value.data);
    }
    return penalty;
  }
}
