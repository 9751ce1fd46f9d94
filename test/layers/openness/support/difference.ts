import { type Computed, Container, type Layer, type Matrix, type Pass } from "spiralnet";
import { joinColumns, splitColumns } from "./columns.js";

/**
 * Runs one model twice: each row is a pair, x = [a b], and y = f(a) − f(b). So ∂L/∂a = fʹ(a)ᵀ ∂L/∂y, ∂L/∂b =
 * −fʹ(b)ᵀ ∂L/∂y, and the parameters of f get both gradients.
 */
export class Difference extends Container<number, number, readonly [Layer]> {
  constructor(model: Layer) {
    super([model]);
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const [model] = this.layers;
    const [a, b] = splitColumns(x, x.cols / 2).map((half) => pass.run(model, half)) as [Computed, Computed];
    return {
      y: a.y.subtract(b.y),
      back: (gradient) =>
        joinColumns([a.back(gradient, true) as Matrix, b.back(gradient.negate(), true) as Matrix]),
    };
  }
}
