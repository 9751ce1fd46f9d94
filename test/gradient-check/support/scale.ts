import { type Computed, Layer, Matrix, parameter } from "spiralnet";

/** y = x ⊙ s, with one factor a column. A subclass makes one mistake. */
export class Scale extends Layer {
  override readonly rowwise: boolean = true;
  override readonly elementwise = true;
  readonly factors = parameter("factors", Matrix.fromRows([[2, -1, 0.5]]), "weight");
  override readonly parameters = [this.factors];

  protected override compute(x: Matrix): Computed {
    const s = this.factors;
    return {
      y: x.multiply(s.value),
      back: (gradient) => {
        this.take(gradient.multiply(x).sum(0));
        return this.passOn(gradient.multiply(s.value));
      },
    };
  }

  /** Adds dL/ds to the gradient. */
  protected take(gradient: Matrix): void {
    this.factors.gradient.addInPlace(gradient);
  }

  /** dL/dx */
  protected passOn(dx: Matrix): Matrix {
    return dx;
  }
}

/** A layer whose gradients are right but for what two functions make of them. */
export class BentScale extends Scale {
  constructor(
    private readonly bendFactors: (gradient: Matrix) => Matrix = (gradient) => gradient,
    private readonly bendInput: (gradient: Matrix) => Matrix = (gradient) => gradient,
  ) {
    super();
  }

  protected override take(gradient: Matrix): void {
    super.take(this.bendFactors(gradient));
  }

  protected override passOn(dx: Matrix): Matrix {
    return this.bendInput(dx);
  }
}

/** The gradient with one element changed. */
export function bent(gradient: Matrix, index: number, by: number): Matrix {
  const out = gradient.copy();
  out.data[index] = (out.data[index] as number) * by;
  return out;
}
