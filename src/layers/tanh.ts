import { tanh, tanhGradient } from "../kernels/activations.js";
import type { Matrix } from "../matrix/matrix.js";
import { Activation } from "./activation.js";

/**
 * The hyperbolic tangent: $y = \tanh x$, $\partial y / \partial x = 1 - y^2$.
 *
 * @example
 * ```ts
 * import { Matrix, Tanh } from "spiralnet";
 *
 * const tanh = new Tanh();
 * tanh.forward(Matrix.fromRows([[0, 1000]])); // => [[0, 1]]
 * tanh.backward(Matrix.fromRows([[3, 3]])); // => [[3, 0]]
 * ```
 */
export class Tanh extends Activation {
  /** What it is called in messages. */
  readonly name = "Tanh";
  /** Going back takes a copy of y. */
  readonly releasesResult: boolean = true;

  /** There is nothing to set. */
  constructor() {
    super(Tanh.prototype);
  }

  protected override apply(out: Float64Array, x: Float64Array): void {
    tanh(out, x);
  }

  protected override applyGradient(out: Float64Array, gradient: Float64Array, y: Float64Array): void {
    tanhGradient(out, gradient, y);
  }

  protected override remember(_x: Matrix, y: Matrix): Matrix {
    return y.copy();
  }
}
