import { softmaxRows } from "../kernels/softmax.js";
import { Matrix } from "../matrix/matrix.js";
import { type Computed, Layer, type Pass } from "./layer.js";

/**
 * Probabilities from scores, row by row: yᵢⱼ = exp(xᵢⱼ) / Σₖ exp(xᵢₖ). All elements of a row depend on each
 * other, ∂yⱼ/∂xₖ = yⱼ (1(j = k) − yₖ), which makes dL/dx = y ⊙ (G − Σⱼ Gⱼyⱼ) with G = dL/dy.
 *
 * A classifier that is trained needs no such layer: `softmaxCrossEntropy` takes its scores.
 *
 * @example
 * ```ts
 * import { Matrix, Softmax } from "spiralnet";
 *
 * const softmax = new Softmax();
 * softmax.forward(Matrix.fromRows([[0, Math.log(3)]])); // ≈ [[0.25, 0.75]]
 * softmax.backward(Matrix.fromRows([[1, 0]]), { inputGradient: true });
 * // ≈ [[0.1875, -0.1875]]
 * ```
 */
export class Softmax extends Layer {
  override readonly name: string = "Softmax";
  override readonly elementwise = true;
  override readonly rowwise: boolean = true;

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { rows, cols } = x;
    const y = new Matrix(rows, cols, softmaxRows(x).probs);
    // NaN if x is infinite, which the probabilities could hide.
    for (let i = 0; i < y.data.length; i++) y.data[i] = (y.data[i] as number) + 0 * (x.data[i] as number);
    return {
      y,
      back(G) {
        const dx = pass.matrix(rows, cols);
        for (let start = 0; start < dx.data.length; start += cols) {
          let mean = 0; // Σ Gy of this row
          for (let i = start; i < start + cols; i++) mean += (G.data[i] as number) * (y.data[i] as number);
          for (let i = start; i < start + cols; i++) {
            dx.data[i] = (y.data[i] as number) * ((G.data[i] as number) - mean);
          }
        }
        return dx;
      },
    };
  }
}
