import { checkNonNegative } from "../errors/number.js";
import { Activation } from "./activation.js";

/**
 * The exponential linear unit: y = x if x > 0, else α (eˣ − 1), with the slope 1 if x > 0 and else α eˣ. It
 * goes down to −α, so the mean of its results is closer to 0 than that of ReLU's.
 *
 * @see Clevert et al., "Fast and accurate deep network learning by exponential linear units" (2015),
 * {@link https://arxiv.org/abs/1511.07289}
 * @example
 * ```ts
 * import { ELU, Matrix } from "spiralnet";
 *
 * const elu = new ELU();
 * elu.forward(Matrix.fromRows([[-1000, -1, 0, 2]])); // ≈ [[-1, -0.6321206, 0, 2]]
 * elu.backward(Matrix.fromRows([[1, 1, 1, 1]]), { inputGradient: true });
 * // ≈ [[0, 0.3678794, 1, 1]]
 * ```
 */
export class ELU extends Activation {
  override readonly name: string = "ELU";
  protected override readonly f = (x: number): number => (x > 0 ? x : this.alpha * Math.expm1(x));
  protected override readonly slope = (x: number): number => (x > 0 ? 1 : this.alpha * Math.exp(x));

  /**
   * @param alpha - α, how far below 0 it goes
   * @throws RangeError or TypeError if it is not a finite number of at least 0
   */
  constructor(readonly alpha: number = 1) {
    super();
    checkNonNegative("ELU: alpha", alpha);
  }
}
