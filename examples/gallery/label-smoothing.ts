/**
 * With two classes and labels smoothed by 0.2, a probability above 0.9 makes the
 * loss larger again. So the network stays less certain: its regions are pale.
 */
import {
  Adam,
  Dense,
  fit,
  type Labels,
  type Matrix,
  moons,
  RandomState,
  ReLU,
  sequential,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

function learn(labelSmoothing: number) {
  const random = new RandomState(0);
  const data = moons({ points: 200, noise: 0.15, random });
  const model = sequential(
    new Dense(2, 32, { random }),
    new ReLU(),
    new Dense(32, 2, { random }),
  );
  const optimizer = new Adam(model.parameters, { learningRate: 0.02 });
  const loss = (scores: Matrix, y: Labels) =>
    softmaxCrossEntropy(scores, y, { labelSmoothing });
  fit({ model, loss, optimizer, data, epochs: 300 });
  const confidence = softmax(model.predict(data.x)).max(1).mean();
  return { model, data, confidence: confidence.toFixed(2) };
}
const [hard, smooth] = [learn(0), learn(0.2)];

console.log(`mean confidence: ${hard.confidence}`);
console.log(`with smoothed labels: ${smooth.confidence}`);
const title = "Label smoothing keeps a network modest";
const { model, data } = smooth;
const picture = decisionRegions(model, data, {
  title,
  confidence: true,
  width: 440,
  height: 340,
});
draw("label-smoothing", picture);
