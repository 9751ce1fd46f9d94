import { isPlain } from "../errors/options.js";
import type { Matrix } from "../matrix/matrix.js";
import type { Parameter } from "../parameters/parameter.js";
import { Adam, type AdamOptions } from "./adam.js";

/**
 * {@link Adam} with decoupled weight decay: before each step θ ← θ − η λ θ, so that all parameters lose the same
 * part of their size. In Adam, λθ is a part of the gradient, and is divided by the gradient's running size
 * like the rest of it.
 *
 * `weightDecay` is 0.01 if not given, as in PyTorch.
 *
 * @see {@link https://arxiv.org/abs/1711.05101 | Loshchilov and Hutter 2017}
 * @example
 * ```ts
 * import { AdamW, Matrix, parameter } from "spiralnet";
 *
 * const w = parameter("w", Matrix.full(1, 2, 10), "weight");
 * // the gradient is 0
 * new AdamW([w], { learningRate: 0.1, weightDecay: 0.5 }).step();
 * w.value; // ≈ [[9.5, 9.5]]
 * ```
 */
export class AdamW extends Adam {
  /**
   * An optimizer for the parameters of a model.
   *
   * @throws RangeError or TypeError if an option is not what it should be, or two parameters share numbers
   * @example
   * ```ts
   * import { AdamW, Dense } from "spiralnet";
   *
   * const adamw = new AdamW(new Dense(2, 3).parameters, {
   *   learningRate: 0.001,
   *   weightDecay: 0.1,
   * });
   * ```
   */
  constructor(parameters: readonly Parameter[], options: AdamOptions) {
    const usesDefault = isPlain(options) && options.weightDecay === undefined;
    super(parameters, usesDefault ? { ...options, weightDecay: 0.01 } : options);
  }

  protected override decayWeights(value: Matrix): void {
    value.multiplyInPlace(1 - this.learningRate * this.weightDecay);
  }
}
