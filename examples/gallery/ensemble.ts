/**
 * Networks with other initial weights agree near the points and differ far from
 * them. Their mean is certain only where they agree.
 */
import {
  Adam,
  Dense,
  fit,
  Matrix,
  moons,
  RandomState,
  ReLU,
  sequential,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

const data = moons({ points: 60, noise: 0.1, random: new RandomState(0) });
const networks = [1, 2, 3, 4, 5].map((seed) => {
  const random = new RandomState(seed);
  const model = sequential(
    new Dense(2, 32, { random }),
    new ReLU(),
    new Dense(32, 2, { random }),
  );
  const optimizer = new Adam(model.parameters, { learningRate: 0.02 });
  fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 200 });
  return model;
});

/** The logarithms of the mean probabilities, of which softmax makes them. */
function scores(x: Matrix<number, 2>): Matrix {
  const all = networks.map((network) => softmax(network.predict(x)));
  return all
    .reduce((sum, next) => sum.add(next))
    .divide(all.length)
    .log();
}

const corner = Matrix.fromRows([[2.4, 1.6]]);
const votes = networks.map((network) => softmax(network.predict(corner)));
const shares = [...votes, softmax(scores(corner))].map((p) =>
  p.get(0, 0).toFixed(2),
);
console.log(`p of class 0 at (2.4, 1.6): ${shares.slice(0, 5).join(", ")}`);
console.log(`their mean: ${shares[5]}`);
const title = "Five networks are certain where they agree";
const picture = decisionRegions(scores, data, {
  title,
  confidence: true,
  width: 440,
  height: 340,
});
draw("ensemble", picture);
