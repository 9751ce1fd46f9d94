import { type Computed, Layer, Matrix, type Parameter, parameter } from "spiralnet";

/**
 * Layer normalization, by the mean and the biased variance of each row: x̂ = (x − μ) / √(σ² + ε), y = γ x̂ +
 * β.
 *
 * With G = ∂L/∂y and D = ∂L/∂x̂ = γ G: ∂L/∂γ = Σ Gᵢ x̂ᵢ, ∂L/∂β = Σ Gᵢ, ∂L/∂x = (D − mean(D) − x̂ mean(D x̂))
 * / √(σ² + ε), the means over each row.
 */
export class LayerNorm<Width extends number = number> extends Layer<Width, Width> {
  override readonly rowwise: boolean = true;
  override readonly inputs: Width;
  override readonly outputs: Width;
  /** γ. A bias, as it is no slope that weight decay should shrink. */
  readonly scale: Parameter;
  /** β. */
  readonly shift: Parameter;
  override readonly parameters: readonly Parameter[];

  constructor(
    width: Width,
    readonly epsilon = 1e-5,
  ) {
    super();
    this.inputs = width;
    this.outputs = width;
    this.scale = parameter("scale", Matrix.full(1, width, 1), "bias");
    this.shift = parameter("shift", Matrix.zeros(1, width), "bias");
    this.parameters = [this.scale, this.shift];
  }

  protected override compute(x: Matrix): Computed {
    const { scale, shift } = this;
    const centred = x.subtract(x.mean(1));
    const deviation = centred.multiply(centred).mean(1).add(this.epsilon).sqrt();
    const normalized = centred.divide(deviation);
    return {
      y: normalized.multiply(scale.value).add(shift.value),
      back(G) {
        scale.gradient.addInPlace(G.multiply(normalized).sum(0));
        shift.gradient.addInPlace(G.sum(0));
        const D = G.multiply(scale.value);
        const sloping = normalized.multiply(D.multiply(normalized).mean(1));
        return D.subtract(D.mean(1)).subtract(sloping).divide(deviation);
      },
    };
  }
}
