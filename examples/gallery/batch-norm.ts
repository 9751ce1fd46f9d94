/**
 * Weights that are too small leave next to no signal behind a few layers.
 * BatchNorm scales each column back to size 1, and the network learns.
 */
import {
  BatchNorm,
  circles,
  Dense,
  fit,
  normal,
  RandomState,
  ReLU,
  Sequential,
  SGD,
  softmaxCrossEntropy,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

function losses(normalized: boolean): number[] {
  const random = new RandomState(0);
  const data = circles({ points: 200, factor: 0.5, noise: 0.1, random });
  const hidden = [2, 16, 16, 16].flatMap((inputs) => [
    new Dense(inputs, 16, { weights: normal(0.01), random }),
    ...(normalized ? [new BatchNorm(16)] : []),
    new ReLU(),
  ]);
  const model = new Sequential([...hidden, new Dense(16, 2, { random })]);
  const optimizer = new SGD(model.parameters, { learningRate: 0.1 });
  const loss = softmaxCrossEntropy;
  return fit({ model, loss, optimizer, data, epochs: 150 }).loss;
}
const curves = { without: losses(false), "with BatchNorm": losses(true) };

const last = Object.entries(curves).map(([name, curve]) => {
  return `${curve.at(-1)?.toFixed(3)} ${name}`;
});
console.log(`loss after 150 steps: ${last.join(", ")}`);
const title = "BatchNorm makes up for small weights";
const picture = lossCurve(curves, { title, width: 440, height: 340 });
draw("batch-norm", picture);
