import { checkNonNegative } from "../errors/number.js";
import { Activation } from "./activation.js";

/**
 * A rectifier that lets a little through: y = x if x > 0, else a·x, with the slope 1 if x > 0 and else a. A
 * unit whose x is negative for all examples still learns, as one of ReLU does not.
 *
 * @see Maas et al., "Rectifier nonlinearities improve neural network acoustic models" (2013)
 * @example
 * ```ts
 * import { LeakyReLU, Matrix } from "spiralnet";
 *
 * const leaky = new LeakyReLU(0.1);
 * leaky.forward(Matrix.fromRows([[-5, 0, 2]])); // => [[-0.5, 0, 2]]
 * leaky.backward(Matrix.fromRows([[1, 1, 1]]), { inputGradient: true });
 * // => [[0.1, 0.1, 1]]
 * ```
 */
export class LeakyReLU extends Activation {
  override readonly name: string = "LeakyReLU";
  protected override readonly f = (x: number): number => (x > 0 ? x : this.negativeSlope * x);
  protected override readonly slope = (x: number): number => (x > 0 ? 1 : this.negativeSlope);

  /**
   * @param negativeSlope - a, the slope unless x > 0
   * @throws RangeError or TypeError if it is not a finite number of at least 0
   */
  constructor(readonly negativeSlope: number = 0.01) {
    super();
    checkNonNegative("LeakyReLU: negativeSlope", negativeSlope);
  }
}
