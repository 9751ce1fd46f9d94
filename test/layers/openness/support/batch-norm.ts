import { type Computed, Layer, Matrix, type Parameter, type Pass, parameter } from "spiralnet";

/** How a {@link BatchNorm} normalizes. */
export interface BatchNormOptions {
  /** How much of the running statistics each training pass replaces; 0.1 if not given. */
  readonly momentum?: number;
  /** ε, which keeps a constant column from dividing by 0; 1e-5 if not given. */
  readonly epsilon?: number;
}

/**
 * Batch normalization: x̂ = (x − μ) / √(σ² + ε), y = γ x̂ + β. In training, μ and σ² are the mean and the
 * biased variance of each column of the batch. `predict` takes the running ones, which each training pass
 * moves: r ← (1 − m) r + m · statistic, with the unbiased variance.
 *
 * With G = ∂L/∂y and D = ∂L/∂x̂ = γ G: ∂L/∂γ = Σ Gᵢ x̂ᵢ, ∂L/∂β = Σ Gᵢ, ∂L/∂x = (D − mean(D) − x̂ mean(D x̂))
 * / √(σ² + ε), the means over the batch.
 */
export class BatchNorm<Width extends number = number> extends Layer<Width, Width> {
  override readonly inputs: Width;
  override readonly outputs: Width;
  readonly momentum: number;
  readonly epsilon: number;
  /** γ. A bias, as it is no slope that weight decay should shrink. */
  readonly scale: Parameter;
  /** β. */
  readonly shift: Parameter;
  override readonly parameters: readonly Parameter[];
  /** The running means. */
  readonly means: Matrix;
  /** The running variances. */
  readonly variances: Matrix;
  override readonly state: { readonly means: Matrix; readonly variances: Matrix };

  constructor(width: Width, { momentum = 0.1, epsilon = 1e-5 }: BatchNormOptions = {}) {
    super();
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

  /** @throws RangeError in training, if x has fewer than two rows */
  protected override compute(x: Matrix, pass: Pass): Computed {
    const { scale, shift, epsilon } = this;
    const [mean, variance] = pass.training ? this.measure(x) : [this.means, this.variances];
    const deviation = variance.add(epsilon).sqrt();
    const normalized = x.subtract(mean).divide(deviation);
    return {
      y: normalized.multiply(scale.value).add(shift.value),
      back(G) {
        scale.gradient.addInPlace(G.multiply(normalized).sum(0));
        shift.gradient.addInPlace(G.sum(0));
        const D = G.multiply(scale.value);
        const sloping = normalized.multiply(D.multiply(normalized).mean(0));
        return D.subtract(D.mean(0)).subtract(sloping).divide(deviation);
      },
    };
  }

  /** The mean and the variance of each column; moves the running ones. */
  private measure(x: Matrix): [mean: Matrix, variance: Matrix] {
    const { momentum, means, variances } = this;
    if (x.rows < 2) throw new RangeError(`BatchNorm: x has ${x.rows} rows; expected at least 2 in training`);
    const mean = x.mean(0);
    const centred = x.subtract(mean);
    const variance = centred.multiply(centred).mean(0);
    const unbiased = variance.multiply(x.rows / (x.rows - 1));
    means.multiplyInPlace(1 - momentum).addInPlace(mean.multiply(momentum));
    variances.multiplyInPlace(1 - momentum).addInPlace(unbiased.multiply(momentum));
    return [mean, variance];
  }
}
