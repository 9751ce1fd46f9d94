import type { Layer, Matrix } from "spiralnet";

/** What a training step gives: y, dL/dx and a copy of each parameter's gradient. */
export function step(layer: Layer, x: Matrix, gradient: Matrix): number[][][] {
  const y = layer.forward(x);
  return [y.toArray(), ...stepBack(layer, gradient)];
}

/** What the way back gives: dL/dx and a copy of each parameter's gradient. */
export function stepBack(layer: Layer, gradient: Matrix): number[][][] {
  const dx = layer.backward(gradient, { inputGradient: true });
  return [dx.toArray(), ...gradientsOf(layer)];
}

/** A copy of each parameter's gradient. */
export function gradientsOf(layer: Layer): number[][][] {
  return layer.parameters.map(({ gradient }) => gradient.toArray());
}
