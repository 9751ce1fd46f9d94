/**
 * Nothing in a softmax network is made for three classes. With five outputs in
 * place of three it learns a spiral of five arms.
 */
import {
  Adam,
  accuracy,
  Dense,
  fit,
  RandomState,
  ReLU,
  sequential,
  softmaxCrossEntropy,
  spiral,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

const random = new RandomState(0);
const data = spiral({ classes: 5, pointsPerClass: 80, random });
const model = sequential(
  new Dense(2, 64, { random }),
  new ReLU(),
  new Dense(64, 5, { random }),
);
const optimizer = new Adam(model.parameters, { learningRate: 0.03 });
fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 600 });

const right = accuracy(model.predict(data.x), data.y);
console.log(`five arms: ${(100 * right).toFixed(0)} % right`);
const title = "A spiral of five arms";
const picture = decisionRegions(model, data, {
  title,
  width: 440,
  height: 340,
});
draw("five-arms", picture);
