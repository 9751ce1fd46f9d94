/** A layer of one's own, first with a mistake in its gradient, then with another one, then without. */
import { type Computed, gradientCheck, Layer, Matrix, parameter, RandomState } from "spiralnet";

/** Scales every column by a factor that is learned: y = x ⊙ s. */
class Scale extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;
  readonly factors = parameter("factors", Matrix.full(1, 3, 2), "weight");
  override readonly parameters = [this.factors];

  protected override compute(x: Matrix): Computed {
    return {
      y: x.multiply(this.factors.value),
      back: (gradient) => {
        this.learn(gradient.multiply(x));
        return gradient.multiply(this.factors.value);
      },
    };
  }

  /** dL/ds: each factor meets every row, so the rows' shares add up. */
  protected learn(shares: Matrix): void {
    this.factors.gradient.addInPlace(shares.sum(0));
  }
}

/** The first mistake: the mean of the shares instead of their sum. */
class MeanScale extends Scale {
  protected override learn(shares: Matrix): void {
    this.factors.gradient.addInPlace(shares.mean(0));
  }
}

/**
 * The second mistake: what another use of the layer has added is lost. Its derivatives are right as long as
 * it has one place in a model.
 */
class OverwritingScale extends Scale {
  protected override learn(shares: Matrix): void {
    this.factors.gradient.assignInPlace(shares.sum(0));
  }
}

const x = new RandomState(0).randn(5, 3);
console.log(`With the mean instead of the sum:\n${gradientCheck(new MeanScale(), x)}\n`);
console.log(`With a gradient that is overwritten:\n${gradientCheck(new OverwritingScale(), x)}\n`);
console.log(`Corrected:\n${gradientCheck(new Scale(), x)}`);
