import { checkInteger, checkPositive, checkShare } from "../errors/number.js";
import { checkOptions } from "../errors/options.js";
import { wrongNumber } from "../errors/wrong.js";
import { Matrix } from "../matrix/matrix.js";
import { type Parameter, parameter } from "../parameters/parameter.js";
import { type Computed, Layer, type Pass } from "./layer.js";
import { moments, normalize } from "./normalize.js";

/** How a {@link BatchNorm} layer normalizes. */
export interface BatchNormOptions {
  /** m, the share of the running statistics that each training pass replaces, from 0 to 1; 0.1 if not given. */
  readonly momentum?: number | undefined;
  /** ε, above 0, which keeps a constant column from being divided by 0; 1e-5 if not given. */
  readonly epsilon?: number | undefined;
}

/**
 * Batch normalization: y = γ x̂ + β with x̂ = (x − μ) / √(σ² + ε).
 *
 * In training, μ and σ² are the mean and the biased variance (divided by n) of each column of the batch.
 * `predict` takes the running ones, which start at 0 and 1. Each training pass moves them: r ← (1 − m) r +
 * m · statistic, where the variance is the unbiased one (divided by n − 1). All this is as in PyTorch. The
 * course notes of cs231n and Keras call 1 − m the momentum, 0.9 and 0.99 by default, and keep the biased
 * variance; Keras's ε is 1e-3.
 *
 * With G = ∂L/∂y and D = ∂L/∂x̂ = γ G: ∂L/∂γ = Σ Gᵢ x̂ᵢ, ∂L/∂β = Σ Gᵢ, ∂L/∂x = (D − mean(D) − x̂ mean(D x̂))
 * / √(σ² + ε), the means over the batch.
 *
 * @typeParam Width - columns of x and y
 * @see Ioffe and Szegedy, "Batch normalization" (2015), {@link https://arxiv.org/abs/1502.03167}
 * @example
 * ```ts
 * import { BatchNorm, Matrix } from "spiralnet";
 *
 * const norm = new BatchNorm(2);
 * norm.forward(
 *   Matrix.fromRows([
 *     [1, 20],
 *     [2, 20],
 *     [3, 20],
 *   ]),
 * ); // ≈ [[-1.224736, 0], [0, 0], [1.224736, 0]]
 * norm.means; // ≈ [[0.2, 2]]
 * norm.variances; // ≈ [[1, 0.9]]
 * ```
 */
export class BatchNorm<Width extends number = number> extends Layer<Width, Width> {
  override readonly name: string = "BatchNorm";
  override readonly inputs: Width;
  override readonly outputs: Width;
  /** m. */
  readonly momentum: number;
  /** ε. */
  readonly epsilon: number;
  /** γ, 1 x width. Its role is "bias": weight decay has no reason to shrink it. */
  readonly scale: Parameter;
  /** β, 1 x width. */
  readonly shift: Parameter;
  override readonly parameters: readonly Parameter[];
  /** The running means, 1 x width. */
  readonly means: Matrix;
  /** The running variances, 1 x width. */
  readonly variances: Matrix;
  override readonly state: Readonly<Record<"means" | "variances", Matrix>>;

  /**
   * A layer that normalizes each column by the batch, with γ = 1 and β = 0. Its `forward` throws a RangeError
   * if x has fewer than 2 rows: one row has no variance.
   *
   * @param width - columns of x
   * @throws RangeError or TypeError if the width is not an integer of at least 1, or an option not in its
   * range
   * @example
   * ```ts
   * import { BatchNorm, Dense, ReLU, sequential } from "spiralnet";
   *
   * sequential(
   *   new Dense(2, 100),
   *   new BatchNorm(100),
   *   new ReLU(),
   *   new Dense(100, 3),
   * );
   * // as Keras has it by default
   * new BatchNorm(100, { momentum: 0.01, epsilon: 1e-3 });
   * ```
   */
  constructor(width: Width, options: BatchNormOptions = {}) {
    super();
    checkInteger("BatchNorm: width", width, 1);
    checkOptions("BatchNorm", options, ["momentum", "epsilon"]);
    const { momentum = 0.1, epsilon = 1e-5 } = options;
    checkShare("BatchNorm: momentum", momentum);
    checkPositive("BatchNorm: epsilon", epsilon);
    this.inputs = width;
    this.outputs = width;
    this.momentum = momentum;
    this.epsilon = epsilon;
    this.scale = parameter("scale", Matrix.full(1, width, 1), "bias");
    this.shift = parameter("shift", Matrix.zeros(1, width), "bias");
    this.parameters = [this.scale, this.shift];
    this.means = Matrix.zeros(1, width);
    this.variances = Matrix.full(1, width, 1);
    this.state = { means: this.means, variances: this.variances };
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { means, variances, momentum: m } = this;
    if (!pass.training) {
      return normalize(this, { centred: x.subtract(means), variance: variances }, 0, pass);
    }
    if (x.rows < 2) wrongNumber(`${this.name}: the number of rows`, x.rows, "at least 2 in training");
    const batch = moments(x, 0, pass);
    const unbiased = batch.variance.multiply(x.rows / (x.rows - 1));
    means.multiplyInPlace(1 - m).addInPlace(batch.mean.multiply(m)); // r ← (1 − m) r + m · statistic
    variances.multiplyInPlace(1 - m).addInPlace(unbiased.multiply(m));
    return normalize(this, batch, 0, pass);
  }
}
