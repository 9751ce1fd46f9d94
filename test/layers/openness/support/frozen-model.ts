import { type Computed, Layer, type Matrix, type Pass } from "spiralnet";

/**
 * A model that learns nothing here: y = f(x) and ∂L/∂x = fʹ(x)ᵀ ∂L/∂y, by passes of the model's own. Its
 * parameters are none of this layer's. The model keeps one pass, so this layer may stand in one place only.
 */
export class FrozenModel extends Layer {
  constructor(private readonly model: Layer) {
    super();
  }

  protected override compute(x: Matrix, pass: Pass): Computed {
    const { model } = this;
    return {
      y: pass.training ? model.forward(x) : model.predict(x),
      back: (gradient) => model.backward(gradient, { inputGradient: true }),
    };
  }
}
