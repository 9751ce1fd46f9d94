/**
 * Hidden units that begin equal get equal gradients and stay equal. With all
 * weights 0 the loss never leaves log 3, that of guessing among three classes.
 */
import {
  Dense,
  fit,
  heNormal,
  type Initializer,
  RandomState,
  ReLU,
  SGD,
  sequential,
  softmaxCrossEntropy,
  spiral,
  zeros,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

const data = spiral({
  classes: 3,
  pointsPerClass: 50,
  random: new RandomState(0),
});
function losses(weights: Initializer): number[] {
  const random = new RandomState(1);
  const model = sequential(
    new Dense(2, 50, { weights, random }),
    new ReLU(),
    new Dense(50, 3, { weights, random }),
  );
  const optimizer = new SGD(model.parameters, { learningRate: 0.5 });
  const loss = softmaxCrossEntropy;
  return fit({ model, loss, optimizer, data, epochs: 300 }).loss;
}
const curves = { zeros: losses(zeros), heNormal: losses(heNormal) };

const last = Object.entries(curves).map(([name, curve]) => {
  return `${curve.at(-1)?.toFixed(3)} from ${name}`;
});
console.log(`loss after 300 steps: ${last.join(", ")}`);
const title = "Equal weights learn nothing";
const picture = lossCurve(curves, { title, width: 440, height: 340 });
draw("symmetry", picture);
