/**
 * A small batch gives a noisy gradient, and a high rate follows the noise. A
 * schedule that ends near 0 averages it away in the last epochs.
 */
import {
  constant,
  cosine,
  Dense,
  fit,
  moons,
  RandomState,
  ReLU,
  type Schedule,
  SGD,
  sequential,
  softmaxCrossEntropy,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

const EPOCHS = 60;
function losses(schedule: Schedule): number[] {
  const random = new RandomState(0);
  const data = moons({ points: 200, noise: 0.15, random });
  const model = sequential(
    new Dense(2, 32, { random }),
    new ReLU(),
    new Dense(32, 2, { random }),
  );
  const rate = { learningRate: 0.3, momentum: 0.9 };
  const optimizer = new SGD(model.parameters, rate);
  const loss = softmaxCrossEntropy;
  const plan = { data, epochs: EPOCHS, batchSize: 10, random, schedule };
  return fit({ ...plan, model, loss, optimizer }).loss;
}
const curves = {
  constant: losses(constant(0.3)),
  cosine: losses(cosine(0.3, { steps: 20 * EPOCHS })),
};

const last = Object.entries(curves).map(([name, curve]) => {
  const mean = curve.slice(-10).reduce((sum, loss) => sum + loss) / 10;
  return `${mean.toFixed(3)} with ${name}`;
});
console.log(`mean loss of the last ten epochs: ${last.join(", ")}`);
const title = "A falling rate takes the noise away";
const picture = lossCurve(curves, {
  title,
  xLabel: "epoch",
  scale: "log",
  width: 440,
  height: 340,
});
draw("cosine", picture);
