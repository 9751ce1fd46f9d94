import { type Computed, Layer, Matrix, type Parameter, type Pass, parameter, RandomState } from "spiralnet";
import { Scale } from "./scale.js";

/** Overwrites the gradient of its parameter. */
export class Overwriting extends Scale {
  protected override take(gradient: Matrix): void {
    this.factors.gradient.assignInPlace(gradient);
  }
}

/** Overwrites one element of the gradient and adds to the others. */
export class OverwritingOne extends Scale {
  protected override take(gradient: Matrix): void {
    this.factors.gradient.data[1] = 0;
    super.take(gradient);
  }
}

/** Keeps a sum of gradients that nobody clears. */
export class Accumulating extends Scale {
  private readonly sum = Matrix.zeros(1, 3);

  protected override take(gradient: Matrix): void {
    super.take(this.sum.addInPlace(gradient));
  }
}

/** Keeps a sum of dL/dx that nobody clears. */
export class AccumulatingInput extends Scale {
  private sum: Matrix | undefined;

  protected override passOn(dx: Matrix): Matrix {
    this.sum = this.sum?.add(dx) ?? dx;
    return this.sum;
  }
}

/** Draws noise from a generator that may be in its state. */
export class Noise extends Layer {
  override readonly elementwise = true;
  override readonly state: Readonly<Record<string, RandomState>>;
  private readonly random = new RandomState(1);

  constructor({ listed }: { readonly listed: boolean }) {
    super();
    this.state = listed ? { random: this.random } : {};
  }

  protected override compute(x: Matrix): Computed {
    const noise = this.random.randn(x.rows, x.cols);
    return { y: x.multiply(noise), back: (gradient) => gradient.multiply(noise) };
  }
}

/** Counts its passes in a matrix that may be in its state, and scales by the count. */
export class Counting extends Layer {
  override readonly elementwise = true;
  override readonly state: Readonly<Record<string, Matrix>>;
  private readonly count = Matrix.zeros(1, 1);

  constructor({ listed }: { readonly listed: boolean }) {
    super();
    this.state = listed ? { count: this.count } : {};
  }

  protected override compute(x: Matrix): Computed {
    const factor = this.count.addInPlace(1).get(0, 0);
    return { y: x.multiply(factor), back: (gradient) => gradient.multiply(factor) };
  }
}

/** Subtracts the mean of all rows; says that each row goes by itself. */
export class Centred extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;

  protected override compute(x: Matrix, _pass: Pass): Computed {
    return { y: x.subtract(x.mean(0)), back: (gradient) => gradient.subtract(gradient.mean(0)) };
  }
}

/** Does the same in training only, as batch normalization does. */
export class CentredInTraining extends Centred {
  protected override compute(x: Matrix, pass: Pass): Computed {
    return pass.training ? super.compute(x, pass) : { y: x, back: (gradient) => gradient };
  }
}

/** Does the same in `predict` only. */
export class CentredInPredict extends Centred {
  protected override compute(x: Matrix, pass: Pass): Computed {
    return pass.training ? { y: x, back: (gradient) => gradient } : super.compute(x, pass);
  }
}

/** Is right in all but dL/dx, which depends on all rows. */
export class CentredOnTheWayBack extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;

  protected override compute(x: Matrix): Computed {
    return { y: x, back: (gradient) => gradient.subtract(gradient.mean(0)) };
  }
}

/** Divides by the number of other rows, which is 0 for a row alone; says that each row goes by itself. */
export class DividedByOthers extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;

  protected override compute(x: Matrix): Computed {
    const others = x.rows - 1;
    return {
      y: x.map((value) => value / others),
      back: (gradient) => gradient.map((value) => value / others),
    };
  }
}

/** Keeps x in a field until the way back. */
export class KeepsX extends Scale {
  private x: Matrix = Matrix.zeros(0, 3);

  protected override compute(x: Matrix): Computed {
    this.x = x;
    return {
      y: x.multiply(this.factors.value),
      back: (gradient) => {
        this.take(gradient.multiply(this.x).sum(0));
        return gradient.multiply(this.factors.value);
      },
    };
  }
}

/** Keeps a matrix of a pass, and puts every result into it. */
export class KeepsResult extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;
  private y: Matrix | undefined;

  protected override compute(x: Matrix, pass: Pass): Computed {
    this.y ??= pass.matrix(x.rows, x.cols);
    const { y } = this;
    y.data.set(x.data);
    return { y, back: (gradient) => gradient };
  }
}

/** Keeps a matrix for dL/dx. */
export class KeepsInputGradient extends Layer {
  override readonly elementwise = true;
  override readonly rowwise = true;
  private dx: Matrix | undefined;

  protected override compute(x: Matrix): Computed {
    return {
      y: x,
      back: (gradient) => {
        this.dx ??= Matrix.zeros(x.rows, x.cols);
        this.dx.data.set(gradient.data);
        return this.dx;
      },
    };
  }
}

/** Doubles x in place. */
export class WritesX extends Layer {
  override readonly elementwise = true;

  protected override compute(x: Matrix): Computed {
    return { y: x.multiplyInPlace(2), back: (gradient) => gradient.multiply(2) };
  }
}

/** Doubles the gradient in place. */
export class WritesGradient extends Layer {
  override readonly elementwise = true;

  protected override compute(x: Matrix): Computed {
    return { y: x.multiply(2), back: (gradient) => gradient.multiplyInPlace(2) };
  }
}

/** Throws in one of its passes. */
export class Breaking extends Layer {
  override readonly elementwise = true;
  override readonly state = { count: Matrix.zeros(1, 1), random: new RandomState(5) };
  readonly factor: Parameter = parameter("factor", Matrix.full(1, 1, 3), "weight");
  override readonly parameters = [this.factor];
  passes = 0;
  breaksAt = Number.POSITIVE_INFINITY;

  protected override compute(x: Matrix): Computed {
    if (++this.passes >= this.breaksAt) throw new Error("no more passes");
    const { count, random } = this.state;
    count.addInPlace(1);
    random.rand();
    return {
      y: x.multiply(this.factor.value),
      back: (gradient) => {
        this.factor.gradient.addInPlace(Matrix.full(1, 1, gradient.multiply(x).sum()));
        return gradient.multiply(this.factor.value);
      },
    };
  }
}
