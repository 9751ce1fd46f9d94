import { checkFraction } from "../errors/fraction.js";
import { checkNonNegative, checkPositive } from "../errors/number.js";
import { addQuotient } from "../kernels/add-quotient.js";
import { addScaled } from "../kernels/add-scaled.js";
import { addSquares } from "../kernels/add-squares.js";
import type { Parameter } from "../parameters/parameter.js";
import { Optimizer, type OptimizerOptions, type Update } from "./optimizer.js";

/** How an {@link RMSProp} steps. */
export interface RMSPropOptions extends OptimizerOptions {
  /** ρ, how much of the mean of the squares lasts; from 0 to less than 1, and 0.99 if not given. */
  readonly decay?: number | undefined;
  /** μ, how much of its last move a parameter keeps; at least 0, and 0 if not given. */
  readonly momentum?: number | undefined;
  /** ε, what keeps the denominator from 0; above 0, and 1e-8 if not given. */
  readonly epsilon?: number | undefined;
}

/**
 * RMSProp: divides each gradient by its running size: s ← ρ s + (1 − ρ) g², θ ← θ − η g / (√s + ε).
 *
 * With momentum, v ← μ v + g / (√s + ε) and θ ← θ − η v. Its state is `meanSquare`, and `momentum` if there
 * is any. ρ is PyTorch's `alpha`; Hinton's lecture has 0.9 for it. TensorFlow has ε within the root.
 *
 * @see {@link https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf | Hinton, lecture 6e}
 * @see {@link https://cs231n.github.io/neural-networks-3/#ada | cs231n, adaptive learning rates}
 * @example
 * ```ts
 * import { Matrix, parameter, RMSProp } from "spiralnet";
 *
 * const w = parameter("w", Matrix.full(1, 1, 1), "weight");
 * const rmsprop = new RMSProp([w], { learningRate: 0.01, decay: 0.75 });
 * w.gradient.assignInPlace(-7);
 * rmsprop.step(); // 0.01 · 7 / √(0.25 · 49)
 * w.value; // ≈ [[1.02]]
 * ```
 */
export class RMSProp extends Optimizer<"meanSquare" | "momentum"> {
  /** ρ */
  readonly decay: number;
  /** μ */
  readonly momentum: number;
  /** ε */
  readonly epsilon: number;

  /**
   * An optimizer for the parameters of a model. PyTorch's default for the learning rate is 0.01.
   *
   * @throws RangeError or TypeError if an option is not what it should be, or two parameters share numbers
   * @example
   * ```ts
   * import { Dense, RMSProp } from "spiralnet";
   *
   * const rmsprop = new RMSProp(new Dense(2, 3).parameters, {
   *   learningRate: 0.01,
   *   decay: 0.9,
   * });
   * ```
   */
  constructor(parameters: readonly Parameter[], options: RMSPropOptions) {
    super(parameters, options, ["decay", "momentum", "epsilon"]);
    const { name } = this;
    const { decay = 0.99, momentum = 0, epsilon = 1e-8 } = options;
    checkFraction(`${name}: decay`, decay);
    checkNonNegative(`${name}: momentum`, momentum);
    checkPositive(`${name}: epsilon`, epsilon);
    this.decay = decay;
    this.momentum = momentum;
    this.epsilon = epsilon;
    this.keep("meanSquare");
    if (momentum > 0) this.keep("momentum");
  }

  protected override update({ value, gradient, state }: Update<"meanSquare" | "momentum">): void {
    const { learningRate, decay, momentum, epsilon } = this;
    const { meanSquare: s, momentum: v } = state;
    addSquares(s.data, 1 - decay, gradient.data, decay); // s ← ρ s + (1 − ρ) g²
    if (momentum > 0) {
      v.multiplyInPlace(momentum);
      addQuotient(v.data, 1, gradient.data, s.data, 1, epsilon); // v ← μ v + g / (√s + ε)
      addScaled(value.data, -learningRate, v.data); // θ ← θ − η v
    } else {
      addQuotient(value.data, -learningRate, gradient.data, s.data, 1, epsilon); // θ ← θ − η g / (√s + ε)
    }
  }
}
