import { Activation } from "./activation.js";

/**
 * The hyperbolic tangent: y = tanh x, dy/dx = 1 − y².
 *
 * @example
 * ```ts
 * import { Matrix, Tanh } from "spiralnet";
 *
 * const tanh = new Tanh();
 * tanh.forward(Matrix.fromRows([[0, 1000]])); // => [[0, 1]]
 * tanh.backward(Matrix.fromRows([[3, 3]]), { inputGradient: true });
 * // => [[3, 0]]
 * ```
 */
export class Tanh extends Activation {
  override readonly name: string = "Tanh";
  protected override readonly f = Math.tanh;
  protected override readonly slope = (_x: number, y: number): number => 1 - y * y;
}
