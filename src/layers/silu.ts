import { Activation } from "./activation.js";
import { logistic } from "./logistic.js";

/**
 * The sigmoid linear unit, also called swish: y = x·σ(x) with σ(x) = 1 / (1 + e⁻ˣ), and dy/dx = σ(x) + y (1 −
 * σ(x)). A smooth ReLU with a dip of −0.28 at x = −1.28.
 *
 * @see Elfwing et al., "Sigmoid-weighted linear units for neural network function approximation" (2017),
 * {@link https://arxiv.org/abs/1702.03118}
 * @example
 * ```ts
 * import { Matrix, SiLU } from "spiralnet";
 *
 * const silu = new SiLU();
 * silu.forward(Matrix.fromRows([[-1000, -1, 0, 1000]]));
 * // ≈ [[0, -0.2689414, 0, 1000]]
 * silu.backward(Matrix.fromRows([[1, 1, 1, 1]]), { inputGradient: true });
 * // ≈ [[0, 0.0723295, 0.5, 1]]
 * ```
 */
export class SiLU extends Activation {
  override readonly name: string = "SiLU";
  protected override readonly f = (x: number): number => x * logistic(x);
  protected override readonly slope = (x: number, y: number): number => logistic(x) + y * logistic(-x);
}
