/**
 * No straight line separates the corners of one class from those of the other.
 * Eight hidden units bend the border.
 */
import {
  Adam,
  accuracy,
  Dense,
  fit,
  type Layer,
  RandomState,
  sequential,
  softmaxCrossEntropy,
  Tanh,
  xor,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

const random = new RandomState(0);
const data = xor({ pointsPerCorner: 40, noise: 0.12, random });

function percentRight(model: Layer<2, 2>): number {
  const optimizer = new Adam(model.parameters, { learningRate: 0.05 });
  fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 200 });
  return Math.round(100 * accuracy(model.predict(data.x), data.y));
}
const linear = new Dense(2, 2, { random });
const network = sequential(
  new Dense(2, 8, { random }),
  new Tanh(),
  new Dense(8, 2, { random }),
);
const [without, bent] = [linear, network].map(percentRight);

console.log(`linear: ${without} % right, with a hidden layer: ${bent} %`);
const title = "XOR needs a hidden layer";
const picture = decisionRegions(network, data, {
  title,
  width: 440,
  height: 340,
});
draw("xor", picture);
