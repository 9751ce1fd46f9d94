import { type Computed, Container, type Layer, type Matrix, type Pass, ShapeError } from "spiralnet";

/** A shortcut around a layer f: y = x + f(x), so that ∂L/∂x = ∂L/∂y + fʹ(x)ᵀ ∂L/∂y. */
export class Residual<Width extends number = number> extends Container<Width, Width, readonly [Layer]> {
  declare readonly inputs?: Width;
  declare readonly outputs?: Width;

  constructor(layer: Layer<Width, NoInfer<Width>>) {
    super([layer]);
    if (layer.inputs !== undefined) this.inputs = layer.inputs;
    if (layer.outputs !== undefined) this.outputs = layer.outputs;
  }

  /** @throws ShapeError if f(x) has not the shape of x */
  protected override compute(x: Matrix, pass: Pass): Computed {
    const { y, back } = pass.run(this.layers[0], x);
    if (y.cols !== x.cols) {
      throw new ShapeError("Residual", x.shape, y.shape, "they must be the same", ["x", "f(x)"]);
    }
    return { y: x.add(y), back: (gradient) => gradient.add(back(gradient, true) as Matrix) };
  }
}
