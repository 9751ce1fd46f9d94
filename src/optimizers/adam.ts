import { checkFraction } from "../errors/fraction.js";
import { checkPositive } from "../errors/number.js";
import { addQuotient } from "../kernels/add-quotient.js";
import { addScaled } from "../kernels/add-scaled.js";
import { addSquares } from "../kernels/add-squares.js";
import type { Parameter } from "../parameters/parameter.js";
import { Optimizer, type OptimizerOptions, type Update } from "./optimizer.js";

/** How an {@link Adam} or an {@link AdamW} steps. */
export interface AdamOptions extends OptimizerOptions {
  /** β₁, how much of the mean of the gradients lasts; from 0 to less than 1, and 0.9 if not given. */
  readonly beta1?: number | undefined;
  /** β₂, the same for the mean of their squares; 0.999 if not given. */
  readonly beta2?: number | undefined;
  /** ε, what keeps the denominator from 0; above 0, and 1e-8 if not given. */
  readonly epsilon?: number | undefined;
}

/**
 * Adam: steps by the running mean of the gradients, divided by their running size, so that parameters with
 * small gradients move as far as others. In step t, from 1:
 *
 * m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − η m̂ / (√v̂ + ε),
 * where m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ): both means begin at 0, and this makes up for it.
 *
 * Its state is `firstMoment` and `secondMoment`. `weightDecay` is a part of g; {@link AdamW} has a better
 * form.
 *
 * @see {@link https://arxiv.org/abs/1412.6980 | Kingma and Ba 2014}
 * @example
 * ```ts
 * import { Adam, Matrix, parameter } from "spiralnet";
 *
 * const w = parameter("w", Matrix.full(1, 2, 1), "weight");
 * const adam = new Adam([w], { learningRate: 0.1 });
 * w.gradient.assignInPlace(Matrix.fromRows([[30, -0.2]]));
 * adam.step(); // the first step is η, whatever the size of the gradient
 * w.value; // ≈ [[0.9, 1.1]]
 * ```
 */
export class Adam extends Optimizer<"firstMoment" | "secondMoment"> {
  /** β₁ */
  readonly beta1: number;
  /** β₂ */
  readonly beta2: number;
  /** ε */
  readonly epsilon: number;

  /**
   * An optimizer for the parameters of a model, with the paper's defaults for all but the learning rate,
   * which is 0.001 there.
   *
   * @throws RangeError or TypeError if an option is not what it should be, or two parameters share numbers
   * @example
   * ```ts
   * import { Adam, Dense } from "spiralnet";
   *
   * const adam = new Adam(new Dense(2, 3).parameters, { learningRate: 0.01 });
   * ```
   */
  constructor(parameters: readonly Parameter[], options: AdamOptions) {
    super(parameters, options, ["beta1", "beta2", "epsilon"]);
    const { name } = this;
    const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
    checkFraction(`${name}: beta1`, beta1);
    checkFraction(`${name}: beta2`, beta2);
    checkPositive(`${name}: epsilon`, epsilon);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.keep("firstMoment");
    this.keep("secondMoment");
  }

  protected override update({ value, gradient, state, step }: Update<"firstMoment" | "secondMoment">): void {
    const { learningRate, beta1, beta2, epsilon } = this;
    const { firstMoment: m, secondMoment: v } = state;
    addScaled(m.data, 1 - beta1, gradient.data, beta1); // m ← β₁ m + (1 − β₁) g
    addSquares(v.data, 1 - beta2, gradient.data, beta2); // v ← β₂ v + (1 − β₂) g²
    const rate = learningRate / (1 - beta1 ** step);
    const scale = 1 / Math.sqrt(1 - beta2 ** step);
    addQuotient(value.data, -rate, m.data, v.data, scale, epsilon); // θ ← θ − η m̂ / (√v̂ + ε)
  }
}
