import {
  BatchNorm,
  Dense,
  Dropout,
  type Layer,
  Matrix,
  type Sequential,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import type { InspectedLayer, Inspection } from "./messages.js";
import type { Point } from "./setup.js";

/** What a layer makes of one row, and the way back. */
interface Passed {
  readonly y: Matrix;
  back(gradient: Matrix): Matrix;
}

/**
 * Follows a point through the model as `predict` does, and its loss back to each layer. BatchNorm uses its running
 * statistics, and Dropout drops nothing. Changes no weight.
 */
export function inspect(model: Sequential<2>, point: Point): Inspection {
  let row: Matrix = Matrix.fromRows([[point.x, point.y]]);
  const passed = model.layers.map((layer) => {
    const step = pass(layer, row);
    row = step.y;
    return step;
  });
  const { loss, gradient } = softmaxCrossEntropy(row, [point.label]);
  const gradients: Matrix[] = [];
  let flowing: Matrix = gradient;
  for (const step of [...passed].reverse()) {
    gradients.unshift(flowing);
    flowing = step.back(flowing);
  }
  const layers = model.layers.map(
    (layer, i): InspectedLayer => ({
      layer: nameOf(layer),
      output: (passed[i] as Passed).y.data.slice(),
      gradient: (gradients[i] as Matrix).data.slice(),
    }),
  );
  return {
    point,
    layers,
    scores: row.data.slice(),
    probabilities: softmax(row).data.slice(),
    loss,
    gradient: gradient.data.slice(),
  };
}

function pass(layer: Layer, x: Matrix): Passed {
  if (layer instanceof Dropout) return { y: x, back: (gradient) => gradient };
  if (layer instanceof BatchNorm) {
    // With fixed statistics it is linear: y = (x − μ) / √(σ² + ε) ⊙ scale + shift.
    const slope = layer.scale.value.divide(layer.variances.add(layer.epsilon).sqrt());
    return { y: layer.predict(x), back: (gradient) => gradient.multiply(slope) };
  }
  return { y: layer.forward(x), back: (gradient) => layer.backward(gradient, { inputGradient: true }) };
}

/** Such as `Dense(2 → 100)`, `BatchNorm(100)`, `Dropout(0.5)` and `ReLU`. */
function nameOf(layer: Layer): string {
  if (layer instanceof Dense) return `Dense(${layer.inputs} → ${layer.outputs})`;
  if (layer instanceof Dropout) return `Dropout(${layer.probability})`;
  return layer.inputs === undefined ? layer.name : `${layer.name}(${layer.inputs})`;
}
