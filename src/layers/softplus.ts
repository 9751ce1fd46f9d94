import { checkPositive } from "../errors/number.js";
import { Activation } from "./activation.js";
import { logistic } from "./logistic.js";

/**
 * A smooth ReLU: y = log(1 + e^βx) / β, dy/dx = 1 / (1 + e^−βx). The larger β, the closer to ReLU.
 *
 * It is computed as max(x, 0) + log(1 + e^−|βx|) / β, which never overflows and keeps its digits. PyTorch
 * takes x itself if βx is above a `threshold` of 20, which differs by up to 2e-9 / β.
 *
 * @see Dugas et al., "Incorporating second-order functional knowledge for better option pricing" (2000)
 * @example
 * ```ts
 * import { Matrix, Softplus } from "spiralnet";
 *
 * const softplus = new Softplus();
 * softplus.forward(Matrix.fromRows([[-1000, 0, 1000]]));
 * // ≈ [[0, 0.6931472, 1000]]
 * softplus.backward(Matrix.fromRows([[1, 1, 1]]), { inputGradient: true });
 * // => [[0, 0.5, 1]]
 * ```
 */
export class Softplus extends Activation {
  override readonly name: string = "Softplus";
  protected override readonly f = (x: number): number =>
    Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(this.beta * x))) / this.beta;
  protected override readonly slope = (x: number): number => logistic(this.beta * x);

  /**
   * @param beta - β, how sharp the bend at 0 is
   * @throws RangeError or TypeError if it is not a finite number above 0
   */
  constructor(readonly beta: number = 1) {
    super();
    checkPositive("Softplus: beta", beta);
  }
}
