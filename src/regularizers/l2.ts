import { NonFiniteError } from "../errors/non-finite-error.js";
import { checkNonNegative } from "../errors/number.js";
import { addScaled } from "../kernels/add-scaled.js";
import { sumSquares } from "../kernels/sum-squares.js";
import { checkAllFinite } from "../matrix/checks.js";
import { placeOf } from "../matrix/place-of.js";
import { checkDistinct, checkParameters } from "../parameters/check-parameters.js";
import type { Parameter } from "../parameters/parameter.js";
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
   * @throws RangeError if a weight is NaN or infinite; {@link NonFiniteError} if the penalty is larger than any
   * float64
   */
  penalty(parameters: readonly Parameter[]): number {
    checkParameters("L2", parameters);
    checkDistinct("L2", parameters);
    let total = 0;
    for (const parameter of parameters) {
      if (parameter.role !== "weight") continue;
      total += penaltyOf(parameter.value.data, this.strength);
      if (!(total < Infinity)) throw tooLarge(parameter, this.strength);
    }
    return total;
  }

  /**
   * Adds λW to the gradient of each weight and returns the penalty. Call it after `backward` and
   * before the optimizer's `step`: `backward` starts all gradients anew, so what was added before it is lost.
   *
   * @throws RangeError, before anything is changed, if a weight is NaN or infinite; {@link NonFiniteError} if the
   * penalty is larger than any float64
   */
  apply(parameters: readonly Parameter[]): number {
    const penalty = this.penalty(parameters);
    for (const { value, gradient, role } of parameters) {
      if (role === "weight") addScaled(gradient.data, this.strength, value.data);
    }
    return penalty;
  }
}

/** Sums of squares below have lost digits: some squares may have been too small for a float64. */
const SMALL = 1e-290;

/** ½ λ Σ w² */
function penaltyOf(w: Float64Array, strength: number): number {
  const sum = sumSquares(w);
  if (sum > SMALL && sum < Infinity) return 0.5 * strength * sum;
  // The squares overflow or vanish; those of w / max|w| do not.
  const largest = w.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  return 0.5 * strength * largest * largest * sumSquares(w.map((value) => value / largest));
}

/** What is wrong with a weight whose penalty is NaN or infinite. */
function tooLarge({ name, value }: Parameter, strength: number): NonFiniteError {
  checkAllFinite("L2", name, value);
  const { data } = value;
  const i = data.reduce((at, w, j) => (Math.abs(w) > Math.abs(data[at] as number) ? j : at), 0);
  return new NonFiniteError(
    `L2: ${placeOf(name, value, i)} is ${data[i]}: the penalty of strength ${strength} is above the largest float64`,
    "smaller weights: if they grew in training, try a lower learning rate",
  );
}
