/**
 * A large network learns forty noisy points by heart: it makes islands for
 * single points, and does badly on new ones. Dropout helps a little.
 */
import {
  Adam,
  accuracy,
  Dense,
  Dropout,
  fit,
  moons,
  RandomState,
  ReLU,
  sequential,
  softmaxCrossEntropy,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

const data = moons({ points: 40, noise: 0.35, random: new RandomState(0) });
const others = moons({ points: 1000, noise: 0.35, random: new RandomState(1) });

function learn(rate: number) {
  const random = new RandomState(2);
  const model = sequential(
    new Dense(2, 100, { random }),
    new ReLU(),
    new Dropout(rate, { random }),
    new Dense(100, 2, { random }),
  );
  const optimizer = new Adam(model.parameters, { learningRate: 0.02 });
  fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 600 });
  const [known, unknown] = [data, others].map(({ x, y }) => {
    return `${(100 * accuracy(model.predict(x), y)).toFixed(0)} %`;
  });
  return { model, text: `${known} of the points, ${unknown} of new ones` };
}
const [free, dropped] = [learn(0), learn(0.5)];

console.log(`right: ${free.text}`);
console.log(`with dropout: ${dropped.text}`);
const title = "Forty noisy points learnt by heart";
const picture = decisionRegions(free.model, data, {
  title,
  width: 440,
  height: 340,
});
draw("by-heart", picture);
