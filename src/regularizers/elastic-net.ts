import { checkNonNegative } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { addScaled } from "../kernels/add-scaled.js";
import type { Parameter } from "../parameters/parameter.js";
import { absolutePenalty, addSigns } from "./l1.js";
import { squaredPenalty } from "./l2.js";
import { totalPenalty, weightsOf } from "./penalty.js";
import type { Regularizer } from "./regularizer.js";

/** The strengths of both penalties of an {@link ElasticNet}. */
export interface ElasticNetOptions {
  /** λ₁, the strength of {@link L1}; at least 0. */
  readonly l1: number;
  /** λ₂, the strength of {@link L2}; at least 0. */
  readonly l2: number;
}

/**
 * {@link L1} and {@link L2} together: the penalty λ₁ Σ |W| + ½ λ₂ Σ W² over all weights, with the gradient
 * λ₁ sign(W) + λ₂ W. Biases are left alone. Keras has no ½ before λ₂.
 *
 * @see {@link https://doi.org/10.1111/j.1467-9868.2005.00503.x | Zou and Hastie 2005}
 * @example
 * ```ts
 * import { Dense, ElasticNet, Matrix } from "spiralnet";
 *
 * const layer = new Dense(1, 2, { weights: () => Matrix.fromRows([[3, -4]]) });
 * new ElasticNet({ l1: 0.5, l2: 0.1 }).apply(layer.parameters); // ≈ 4.75
 * layer.weights.gradient; // ≈ [[0.8, -0.9]]
 * ```
 */
export class ElasticNet implements Regularizer {
  /** λ₁ */
  readonly l1: number;
  /** λ₂ */
  readonly l2: number;

  /**
   * Both penalties, with a strength each.
   *
   * @throws RangeError if a strength is negative or not finite; TypeError if it is no number
   * @example
   * ```ts
   * import { ElasticNet } from "spiralnet";
   *
   * const elasticNet = new ElasticNet({ l1: 0.0001, l2: 0.001 });
   * ```
   */
  constructor(options: ElasticNetOptions) {
    checkOptions("ElasticNet", options, ["l1", "l2"]);
    const { l1, l2 } = options;
    checkNonNegative("ElasticNet: l1", l1);
    checkNonNegative("ElasticNet: l2", l2);
    this.l1 = l1;
    this.l2 = l2;
  }

  /**
   * λ₁ Σ |W| + ½ λ₂ Σ W² over the weights among the parameters; changes nothing.
   *
   * @throws RangeError if a weight is NaN or infinite; {@link NonFiniteError} if the penalty is larger than
   * any float64
   */
  penalty(parameters: readonly Parameter[]): number {
    const { l1, l2 } = this;
    return totalPenalty("ElasticNet", parameters, (w) => absolutePenalty(w, l1) + squaredPenalty(w, l2));
  }

  /**
   * Adds λ₁ sign(W) + λ₂ W to the gradient of each weight and returns the penalty. Call it after `backward`
   * and before the optimizer's `step`: `backward` starts all gradients anew, so what was added before it is
   * lost.
   *
   * @throws RangeError, before anything is changed, if a weight is NaN or infinite; {@link NonFiniteError} if
   * the penalty is larger than any float64
   */
  apply(parameters: readonly Parameter[]): number {
    const penalty = this.penalty(parameters);
    for (const { value, gradient } of weightsOf(parameters)) {
      addSigns(gradient.data, this.l1, value.data);
      addScaled(gradient.data, this.l2, value.data);
    }
    return penalty;
  }
}
