import { checkFunction } from "../errors/kind.js";
import { wrongType } from "../errors/wrong.js";
import type { Matrix } from "../matrix/matrix.js";
import { type Computed, Layer, type Pass } from "./layer.js";

/**
 * A layer that applies one function to every element: yᵢⱼ = f(xᵢⱼ), so that dL/dxᵢⱼ = dL/dyᵢⱼ · f′(xᵢⱼ).
 *
 * @example
 * ```ts
 * import { Activation, Matrix } from "spiralnet";
 *
 * class Arctan extends Activation {
 *   protected override f = Math.atan;
 *   protected override slope = (x: number) => 1 / (1 + x * x);
 * }
 * new Arctan().predict(Matrix.fromRows([[0, 1]])); // ≈ [[0, 0.7853982]]
 * ```
 */
export abstract class Activation extends Layer {
  /** y has the shape of x. */
  override readonly elementwise = true;
  /** Each row is computed by itself. */
  override readonly rowwise: boolean = true;

  /** The function. */
  protected abstract readonly f: (x: number) => number;
  /** Its derivative at x, where it is y. */
  protected abstract readonly slope: (x: number, y: number) => number;

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { f, slope, name } = this;
    checkFunction(`${name}: f`, f);
    checkFunction(`${name}: slope`, slope);
    const y = pass.matrix(x.rows, x.cols);
    for (let i = 0; i < y.data.length; i++) {
      const value = x.data[i] as number;
      // The last term is NaN if x is infinite: f could hide that, as tanh does.
      y.data[i] = numberFrom(name, "f", f(value)) + 0 * value;
    }
    return {
      y,
      back(gradient) {
        const dx = pass.matrix(x.rows, x.cols);
        for (let i = 0; i < dx.data.length; i++) {
          const at = slope(x.data[i] as number, y.data[i] as number);
          dx.data[i] = (gradient.data[i] as number) * numberFrom(name, "slope", at);
        }
        return dx;
      },
    };
  }
}

/**
 * What a function returned. Throws unless it is a number: a matrix would take "1" for 1, and a Promise for
 * NaN.
 */
function numberFrom(layer: string, f: string, value: unknown): number {
  if (typeof value !== "number") wrongType(`${layer}: what ${f} returned`, value, "a number");
  return value;
}
