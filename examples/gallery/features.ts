/**
 * A linear classifier draws a circle if it gets the squares of the coordinates
 * as well: the border is straight in the space of its four inputs.
 */
import {
  Adam,
  accuracy,
  circles,
  Dense,
  fit,
  Matrix,
  RandomState,
  softmaxCrossEntropy,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

const random = new RandomState(0);
const data = circles({ points: 200, noise: 0.1, factor: 0.4, random });
const withSquares = (x: Matrix<number, 2>) => Matrix.concat([x, x.pow(2)], 1);

const model = new Dense(4, 2, { random });
const optimizer = new Adam(model.parameters, { learningRate: 0.1 });
const squared = { x: withSquares(data.x), y: data.y };
fit({
  model,
  loss: softmaxCrossEntropy,
  optimizer,
  data: squared,
  epochs: 200,
});

const right = accuracy(model.predict(squared.x), data.y);
console.log(`a linear classifier: ${(100 * right).toFixed(0)} % right`);
const title = "With squares, a linear classifier draws a circle";
const predict = (x: Matrix<number, 2>) => model.predict(withSquares(x));
const picture = decisionRegions(predict, data, {
  title,
  width: 440,
  height: 340,
});
draw("features", picture);
