import { wherePositive } from "../kernels/where-positive.js";
import type { Matrix } from "../matrix/matrix.js";
import { type Computed, Layer, type Pass } from "./layer.js";

/**
 * The rectifier: y = max(0, x), with the slope 1 if x > 0 and else 0. At 0, where it has no slope, 0 is
 * taken.
 *
 * @example
 * ```ts
 * import { Matrix, ReLU } from "spiralnet";
 *
 * const relu = new ReLU();
 * relu.forward(Matrix.fromRows([[-1, 0, 2]])); // => [[0, 0, 2]]
 * relu.backward(Matrix.fromRows([[5, 6, 7]]), { inputGradient: true });
 * // => [[0, 0, 7]]
 * ```
 */
export class ReLU extends Layer {
  override readonly name: string = "ReLU";
  override readonly elementwise = true;
  override readonly rowwise: boolean = true;

  protected override compute(x: Matrix, pass: Pass): Computed {
    const y = wherePositive(pass.matrix(x.rows, x.cols), x, x); // y = x if x > 0, else 0
    return {
      y,
      back: (G) => wherePositive(pass.matrix(x.rows, x.cols), G, y), // dL/dx = G if y > 0, else 0
    };
  }
}
