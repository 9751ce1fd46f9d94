import { wherePositive } from "../kernels/where-positive.js";
import type { Matrix } from "../matrix/matrix.js";
import { Activation } from "./activation.js";
import type { Computed, Pass } from "./layer.js";

/**
 * The rectifier: y = max(0, x), with the slope 1 if x > 0 and else 0. At 0, where it has no slope, 0 is taken.
 *
 * @example
 * ```ts
 * import { Matrix, ReLU } from "spiralnet";
 *
 * const relu = new ReLU();
 * relu.forward(Matrix.fromRows([[-1, 0, 2]])); // => [[0, 0, 2]]
 * relu.backward(Matrix.fromRows([[5, 6, 7]]), { inputGradient: true }); // => [[0, 0, 7]]
 * ```
 */
export class ReLU extends Activation {
  override readonly name: string = "ReLU";
  protected override readonly f = (x: number): number => Math.max(0, x);
  protected override readonly slope = (x: number): number => (x > 0 ? 1 : 0);

  /** The same by a kernel, as most networks spend more time here than in any other activation. */
  protected override compute(x: Matrix, pass: Pass): Computed {
    const y = wherePositive(pass.matrix(x.rows, x.cols), x, x);
    return {
      y,
      back: (gradient) => wherePositive(pass.matrix(x.rows, x.cols), gradient, y),
    };
  }
}
