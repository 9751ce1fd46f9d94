/**
 * A step on eight points is cheap, but its loss and gradient are those of eight
 * points only: the curve jumps. All points together give a smooth one.
 */
import {
  Dense,
  moons,
  RandomState,
  ReLU,
  SGD,
  sequential,
  softmaxCrossEntropy,
  train,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

const STEPS = 200;
function losses(batchSize: number): number[] {
  const random = new RandomState(0);
  const data = moons({ points: 400, noise: 0.2, random });
  const model = sequential(
    new Dense(2, 32, { random }),
    new ReLU(),
    new Dense(32, 2, { random }),
  );
  const optimizer = new SGD(model.parameters, { learningRate: 0.3 });
  const epochs = (STEPS * batchSize) / 400;
  const plan = { data, loss: softmaxCrossEntropy, batchSize, epochs, random };
  return Array.from(train({ ...plan, model, optimizer }), ({ loss }) => loss);
}
const curves = { "batches of 8": losses(8), "all 400": losses(400) };

const jumps = Object.entries(curves).map(([name, curve]) => {
  const sizes = curve.map((loss, i) => Math.abs(loss - (curve[i - 1] ?? loss)));
  const mean = sizes.reduce((sum, size) => sum + size) / (STEPS - 1);
  return `${mean.toFixed(4)} with ${name}`;
});
console.log(`mean jump of the loss: ${jumps.join(", ")}`);
const title = "Small batches make a noisy loss";
const picture = lossCurve(curves, {
  title,
  xLabel: "step",
  width: 440,
  height: 340,
});
draw("batch-size", picture);
