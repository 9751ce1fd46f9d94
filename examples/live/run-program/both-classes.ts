import { type Computed, Layer, Matrix } from "spiralnet";

/** Scores of two classes, 0 and s: their softmax is the sigmoid of the one score s. */
export class BothClasses extends Layer<1, 2> {
  override readonly inputs = 1;
  override readonly outputs = 2;
  override readonly rowwise = true;

  protected override compute(x: Matrix<number, number>): Computed {
    const none = Matrix.zeros<number, number>(x.rows, 1);
    return { y: Matrix.concat([none, x], 1), back: (gradient) => gradient.col(1) };
  }
}
