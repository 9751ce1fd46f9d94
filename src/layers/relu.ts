import { wherePositive } from "../kernels/where-positive.js";
import type { Matrix } from "../matrix/matrix.js";
import { Activation } from "./activation.js";

/**
 * The rectifier: $y = \max(0, x)$, $\partial y / \partial x = \mathbb{1}(x > 0)$, which takes the slope at 0, where there is none, as 0.
 *
 * @example
 * ```ts
 * import { Matrix, ReLU } from "spiralnet";
 *
 * const relu = new ReLU();
 * relu.forward(Matrix.fromRows([[-1, 0, 2]])); // => [[0, 0, 2]]
 * relu.backward(Matrix.fromRows([[5, 6, 7]])); // => [[0, 0, 7]]
 * ```
 */
export class ReLU extends Activation {
  /** What it is called in messages. */
  readonly name = "ReLU";
  /** Where y is above 0, x was. */
  override readonly inPlace: boolean = true;

  /** There is nothing to set. */
  constructor() {
    super(ReLU.prototype);
  }

  protected override apply(out: Float64Array, x: Float64Array): void {
    wherePositive(out, x, x);
  }

  protected override applyGradient(out: Float64Array, gradient: Float64Array, x: Float64Array): void {
    wherePositive(out, gradient, x);
  }

  protected override remember(x: Matrix): Matrix {
    return x;
  }
}
