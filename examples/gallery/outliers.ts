/**
 * Of 100 measurements on a plane, ten are far off. The squared error pulls the
 * fit towards them; Huber's loss counts each no more than its distance.
 */
import {
  Adam,
  Dense,
  huber,
  type LossFunction,
  type Matrix,
  meanSquaredError,
  RandomState,
  regressionPlane,
  train,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

const { x, y } = regressionPlane({ points: 100, random: new RandomState(0) });
const measured = y.map((value, row) => (row < 10 ? 8 : value));
type Loss = LossFunction<Matrix<number, 1>>;

function errors(loss: Loss): number[] {
  const model = new Dense(2, 1, { random: new RandomState(1) });
  const optimizer = new Adam(model.parameters, { learningRate: 0.02 });
  const data = { x, y: measured };
  const training = train({ model, loss, optimizer, data, epochs: 200 });
  return Array.from(training, () => meanSquaredError(model.predict(x), y).loss);
}
const huberTenth: Loss = (outputs, targets) =>
  huber(outputs, targets, { delta: 0.1 });
const curves = {
  "squared error": errors(meanSquaredError),
  Huber: errors(huberTenth),
};

const last = Object.entries(curves).map(([name, curve]) => {
  return `${curve.at(-1)?.toFixed(4)} with ${name}`;
});
console.log(`error on the true plane: ${last.join(", ")}`);
const picture = lossCurve(curves, {
  title: "The Huber loss bears outliers",
  yLabel: "squared error on the true plane",
  scale: "log",
  width: 440,
  height: 340,
});
draw("outliers", picture);
