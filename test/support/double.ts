import { type Computed, Layer, type Matrix } from "spiralnet";

/** A layer that says nothing of itself but its formula: y = 2x. */
export class Double extends Layer {
  protected override compute(x: Matrix): Computed {
    return { y: x.multiply(2), back: (gradient) => gradient.multiply(2) };
  }
}
