/**
 * Softmax regression gives each class a probability. All borders are straight,
 * and the paler a place, the less certain the model is there.
 */
import {
  Adam,
  accuracy,
  blobs,
  Dense,
  fit,
  Matrix,
  RandomState,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

const random = new RandomState(0);
const centers = Matrix.fromRows([
  [-4, 0],
  [0, 3],
  [1, -3],
  [5, 1],
]);
const data = blobs({ points: 240, centers, deviation: 1.2, random });
const model = new Dense(2, 4, { random });
const optimizer = new Adam(model.parameters, { learningRate: 0.1 });
fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 200 });

const right = accuracy(model.predict(data.x), data.y);
const middle = softmax(model.predict(Matrix.fromRows([[0, 0]]))).max();
console.log(`${(100 * right).toFixed(0)} % right`);
console.log(`at (0, 0) the likeliest class has p = ${middle.toFixed(2)}`);
const title = "Softmax regression: straight borders, soft edges";
const picture = decisionRegions(model, data, {
  title,
  confidence: true,
  width: 440,
  height: 340,
});
draw("blobs", picture);
