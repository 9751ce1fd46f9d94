import { type Computed, Layer, type Matrix, type Pass, RandomState } from "spiralnet";

/**
 * Inverted dropout. In training y = x ⊙ m, where each mᵢⱼ is 0 with probability p and otherwise 1 / (1 − p),
 * so that the mean of y is x; dL/dx = dL/dy ⊙ m. `predict` returns x.
 */
export class Dropout extends Layer {
  override readonly elementwise = true;
  override readonly state: { readonly random: RandomState };

  /** @throws RangeError if p is not from 0 up to, but not including, 1 */
  constructor(
    readonly p: number,
    random: RandomState = new RandomState(),
  ) {
    super();
    if (!(p >= 0 && p < 1))
      throw new RangeError(`Dropout: p is ${p}; expected a number from 0 up to below 1`);
    this.state = { random };
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    if (!pass.training) return { y: x, back: (gradient) => gradient };
    const keep = 1 - this.p;
    const mask = this.state.random.rand(x.rows, x.cols).map((u) => (u < keep ? 1 / keep : 0));
    return { y: x.multiply(mask), back: (gradient) => gradient.multiply(mask) };
  }
}
