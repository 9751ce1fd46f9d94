import { type Computed, Layer, Matrix, type Pass, type RandomState } from "spiralnet";

/**
 * Adds less and less noise to x in training: y = x + n / (10 + rows seen so far), with n drawn from the
 * standard normal distribution. ∂L/∂x = ∂L/∂y.
 */
export class Noise extends Layer {
  override readonly elementwise = true;
  override readonly state: { readonly random: RandomState; readonly seen: Matrix };

  constructor(random: RandomState) {
    super();
    this.state = { random, seen: Matrix.zeros(1, 1) };
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { random, seen } = this.state;
    if (!pass.training) return { y: x, back: (gradient) => gradient };
    const noise = random.randn(x.rows, x.cols).divide(10 + seen.get(0, 0));
    seen.addInPlace(x.rows);
    return { y: x.add(noise), back: (gradient) => gradient };
  }
}
