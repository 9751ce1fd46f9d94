/** A layer of one's own, first with a mistake in its gradient, then without. */
import { gradientCheck, type Layer, Matrix, type Parameter, RandomState } from "spiralnet";

/** Scales every column by a factor that is learned: y = x * s. */
class Scale implements Layer {
  readonly scale: Parameter;
  readonly parameters: readonly Parameter[];
  readonly elementwise = true;
  #x = Matrix.zeros(0, 0) as Matrix;

  constructor(columns: number) {
    this.scale = {
      name: "scale",
      value: Matrix.full(1, columns, 2),
      gradient: Matrix.zeros(1, columns),
      role: "weight",
    };
    this.parameters = [this.scale];
  }

  predict(x: Matrix): Matrix {
    return x.multiply(this.scale.value);
  }

  forward(x: Matrix): Matrix {
    this.#x = x;
    return this.predict(x);
  }

  backward(gradient: Matrix): Matrix {
    this.scale.gradient.assignInPlace(this.scaleGradient(gradient, this.#x));
    return gradient.multiply(this.scale.value);
  }

  /** dL/ds: each factor meets every row, so the rows' shares add up. */
  protected scaleGradient(gradient: Matrix, x: Matrix): Matrix {
    return gradient.multiply(x).sum(0);
  }
}

/** The mistake: the mean of the shares instead of their sum. */
class WrongScale extends Scale {
  protected override scaleGradient(gradient: Matrix, x: Matrix): Matrix {
    return gradient.multiply(x).mean(0);
  }
}

const x = new RandomState(0).randn(5, 3);
console.log(`With the mistake:\n${gradientCheck(new WrongScale(3), x)}\n`);
console.log(`Corrected:\n${gradientCheck(new Scale(3), x)}`);
