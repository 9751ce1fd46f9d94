import { checkInteger, checkPositive } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { Matrix } from "../matrix/matrix.js";
import { type Parameter, parameter } from "../parameters/parameter.js";
import { type Computed, Layer, type Pass } from "./layer.js";
import { moments, normalize } from "./normalize.js";

/** How a {@link LayerNorm} layer normalizes. */
export interface LayerNormOptions {
  /** ε, above 0, which keeps a row of equal numbers from being divided by 0; 1e-5 if not given. */
  readonly epsilon?: number | undefined;
}

/**
 * Layer normalization: y = γ x̂ + β with x̂ = (x − μ) / √(σ² + ε), where μ and σ² are the mean and the biased
 * variance (divided by the width) of each row, in training and in `predict`.
 *
 * With G = ∂L/∂y and D = ∂L/∂x̂ = γ G: ∂L/∂γ = Σ Gᵢ x̂ᵢ, ∂L/∂β = Σ Gᵢ, ∂L/∂x = (D − mean(D) − x̂ mean(D x̂))
 * / √(σ² + ε), the means over each row.
 *
 * @typeParam Width - columns of x and y
 * @see Ba et al., "Layer normalization" (2016), {@link https://arxiv.org/abs/1607.06450}
 * @example
 * ```ts
 * import { LayerNorm, Matrix } from "spiralnet";
 *
 * new LayerNorm(3).predict(
 *   Matrix.fromRows([
 *     [1, 2, 3],
 *     [7, 7, 7],
 *   ]),
 * ); // ≈ [[-1.224736, 0, 1.224736], [0, 0, 0]]
 * ```
 */
export class LayerNorm<Width extends number = number> extends Layer<Width, Width> {
  override readonly name: string = "LayerNorm";
  override readonly rowwise: boolean = true;
  override readonly inputs: Width;
  override readonly outputs: Width;
  /** ε. */
  readonly epsilon: number;
  /** γ, 1 x width. Its role is "bias": weight decay has no reason to shrink it. */
  readonly scale: Parameter;
  /** β, 1 x width. */
  readonly shift: Parameter;
  override readonly parameters: readonly Parameter[];

  /**
   * A layer that normalizes each row by itself, with γ = 1 and β = 0.
   *
   * @param width - columns of x
   * @throws RangeError or TypeError if the width is not an integer of at least 1, or epsilon is not above 0
   * @example
   * ```ts
   * import { Dense, LayerNorm, ReLU, sequential } from "spiralnet";
   *
   * sequential(
   *   new Dense(2, 100),
   *   new LayerNorm(100, { epsilon: 1e-6 }),
   *   new ReLU(),
   *   new Dense(100, 3),
   * );
   * ```
   */
  constructor(width: Width, options: LayerNormOptions = {}) {
    super();
    checkInteger("LayerNorm: width", width, 1);
    checkOptions("LayerNorm", options, ["epsilon"]);
    const { epsilon = 1e-5 } = options;
    checkPositive("LayerNorm: epsilon", epsilon);
    this.inputs = width;
    this.outputs = width;
    this.epsilon = epsilon;
    this.scale = parameter("scale", Matrix.full(1, width, 1), "bias");
    this.shift = parameter("shift", Matrix.zeros(1, width), "bias");
    this.parameters = [this.scale, this.shift];
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    return normalize(this, moments(x, 1, pass), 1, pass);
  }
}
