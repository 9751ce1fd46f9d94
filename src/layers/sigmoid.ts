import { sigmoid, sigmoidGradient } from "../kernels/activations.js";
import type { Matrix } from "../matrix/matrix.js";
import { Activation } from "./activation.js";

/**
 * The logistic function: $y = 1 / (1 + e^{-x})$, $\partial y / \partial x = y (1 - y)$. The slope is at most 1/4 and vanishes far from 0.
 *
 * @example
 * ```ts
 * import { Matrix, Sigmoid } from "spiralnet";
 *
 * const sigmoid = new Sigmoid();
 * sigmoid.forward(Matrix.fromRows([[0, 1000, -1000]])); // => [[0.5, 1, 0]]
 * sigmoid.backward(Matrix.fromRows([[1, 1, 1]])); // => [[0.25, 0, 0]]
 * ```
 */
export class Sigmoid extends Activation {
  /** What it is called in messages. */
  readonly name = "Sigmoid";
  /** Going back takes a copy of y. */
  readonly releasesResult: boolean = true;

  /** There is nothing to set. */
  constructor() {
    super(Sigmoid.prototype);
  }

  protected override apply(out: Float64Array, x: Float64Array): void {
    sigmoid(out, x);
  }

  protected override applyGradient(out: Float64Array, gradient: Float64Array, y: Float64Array): void {
    sigmoidGradient(out, gradient, y);
  }

  protected override remember(_x: Matrix, y: Matrix): Matrix {
    return y.copy();
  }
}
