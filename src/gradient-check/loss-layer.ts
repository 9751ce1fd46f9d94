import { type Computed, Layer } from "../layers/layer.js";
import type { Loss, LossAndGradient } from "../losses/loss.js";
import { Matrix } from "../matrix/matrix.js";
import { evaluateLoss } from "./evaluate-loss.js";

/** A loss function as a layer: the sum of its y is the loss, in the first row; the others hold 0. */
export class LossLayer extends Layer {
  override readonly name = "the loss";

  constructor(private readonly loss: Loss) {
    super();
  }

  protected override compute(x: Matrix): Computed {
    const { loss, gradient } = evaluateLoss(this.loss, x);
    const y = Matrix.zeros(x.rows, 1);
    y.data[0] = loss;
    return { y, back: () => gradient };
  }
}

/** The sum of y as a loss. */
export function sum(y: Matrix): LossAndGradient {
  return { loss: y.sum(), gradient: Matrix.full(y.rows, y.cols, 1) };
}
