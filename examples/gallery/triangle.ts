/**
 * Each ReLU unit folds the plane along a straight line. Three lines are the
 * fewest that enclose a region, so three units make a triangle.
 */
import {
  Adam,
  accuracy,
  circles,
  Dense,
  fit,
  RandomState,
  ReLU,
  sequential,
  softmaxCrossEntropy,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

const random = new RandomState(4);
const data = circles({ points: 200, noise: 0.08, factor: 0.3, random });
const model = sequential(
  new Dense(2, 3, { random }),
  new ReLU(),
  new Dense(3, 2, { random }),
);
const optimizer = new Adam(model.parameters, { learningRate: 0.05 });
fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 500 });

const right = accuracy(model.predict(data.x), data.y);
console.log(`three hidden units: ${(100 * right).toFixed(0)} % right`);
const title = "Three ReLU units cut out a triangle";
const picture = decisionRegions(model, data, {
  title,
  width: 440,
  height: 340,
});
draw("triangle", picture);
