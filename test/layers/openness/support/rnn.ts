import {
  type Computed,
  glorotUniform,
  Layer,
  Matrix,
  type Parameter,
  parameter,
  RandomState,
} from "spiralnet";
import { joinColumns, splitColumns } from "./columns.js";

/** The sequences that an {@link RNN} reads. */
export interface RNNOptions {
  readonly steps: number;
  /** Numbers in each step. */
  readonly features: number;
  /** Numbers in each hidden state. */
  readonly hidden: number;
  readonly random?: RandomState;
}

/**
 * A recurrent network: hₜ = tanh(xₜ Wx + hₜ₋₁ Wh + b), with h₀ = 0. Each row of x is a sequence, steps x
 * features; each row of y holds its hidden states, steps x hidden.
 *
 * With Aₜ = (∂L/∂yₜ + Aₜ₊₁ Whᵀ) ⊙ (1 − hₜ²), from the last step to the first: ∂L/∂Wx = Σ xₜᵀAₜ, ∂L/∂Wh = Σ
 * hₜ₋₁ᵀAₜ, ∂L/∂b = ΣΣ Aₜ, ∂L/∂xₜ = Aₜ Wxᵀ.
 */
export class RNN extends Layer {
  override readonly rowwise: boolean = true;
  override readonly inputs: number;
  override readonly outputs: number;
  readonly inputWeights: Parameter;
  readonly hiddenWeights: Parameter;
  readonly biases: Parameter;
  override readonly parameters: readonly Parameter[];

  constructor({ steps, features, hidden, random = new RandomState() }: RNNOptions) {
    super();
    this.inputs = steps * features;
    this.outputs = steps * hidden;
    this.inputWeights = parameter("inputWeights", glorotUniform(features, hidden, random), "weight");
    this.hiddenWeights = parameter("hiddenWeights", glorotUniform(hidden, hidden, random), "weight");
    this.biases = parameter("biases", Matrix.zeros(1, hidden), "bias");
    this.parameters = [this.inputWeights, this.hiddenWeights, this.biases];
  }

  protected override compute(x: Matrix): Computed {
    const { inputWeights: Wx, hiddenWeights: Wh, biases: b } = this;
    const [features, hidden] = Wx.value.shape;
    const steps = splitColumns(x, features);
    const states = [Matrix.zeros(x.rows, hidden)];
    steps.forEach((step, t) => {
      const before = states[t] as Matrix;
      states.push(step.matmul(Wx.value).add(before.matmul(Wh.value)).add(b.value).map(Math.tanh));
    });
    return {
      y: joinColumns(states.slice(1)),
      back(gradient) {
        const gradients = splitColumns(gradient, hidden);
        const dx: Matrix[] = [];
        let later = Matrix.zeros(x.rows, hidden); // what flows into hₜ from the steps after it
        for (let t = steps.length - 1; t >= 0; t--) {
          const [before, h] = states.slice(t, t + 2) as [Matrix, Matrix];
          const A = later.add(gradients[t] as Matrix).multiply(h.map((value) => 1 - value * value));
          Wx.gradient.addInPlace((steps[t] as Matrix).transpose().matmul(A));
          Wh.gradient.addInPlace(before.transpose().matmul(A));
          b.gradient.addInPlace(A.sum(0));
          dx.unshift(A.matmul(Wx.value.transpose()));
          later = A.matmul(Wh.value.transpose());
        }
        return joinColumns(dx);
      },
    };
  }
}
