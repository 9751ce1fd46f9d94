import { Activation } from "./activation.js";
import { logistic } from "./logistic.js";

/**
 * The logistic function: y = 1 / (1 + e⁻ˣ), dy/dx = y (1 − y). The slope is at most 1/4 and vanishes far from
 * 0.
 *
 * @example
 * ```ts
 * import { Matrix, Sigmoid } from "spiralnet";
 *
 * const sigmoid = new Sigmoid();
 * sigmoid.forward(Matrix.fromRows([[0, 1000, -1000]])); // => [[0.5, 1, 0]]
 * sigmoid.backward(Matrix.fromRows([[1, 1, 1]]), { inputGradient: true });
 * // => [[0.25, 0, 0]]
 * ```
 */
export class Sigmoid extends Activation {
  override readonly name: string = "Sigmoid";
  protected override readonly f = logistic;
  protected override readonly slope = (_x: number, y: number): number => y * (1 - y);
}
