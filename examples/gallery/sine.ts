/**
 * An activation of one's own is a function and its slope. Sine goes up and down
 * again, so a few units make a pattern that repeats.
 */
import {
  Activation,
  Adam,
  accuracy,
  Dense,
  fit,
  normal,
  RandomState,
  sequential,
  softmaxCrossEntropy,
} from "spiralnet";
import { decisionRegions } from "spiralnet/plot";
import { draw } from "../support/output.js";

class Sine extends Activation {
  protected override f = Math.sin;
  protected override slope = Math.cos;
}
const random = new RandomState(0);
const x = random.uniform(-2, 2, 400, 2);
const y = x.toArray().map(([a = 0, b = 0]) => Math.floor(a) + Math.floor(b));
const data = { x, y: y.map((sum) => Math.abs(sum % 2)) };
const model = sequential(
  new Dense(2, 12, { weights: normal(3), random }),
  new Sine(),
  new Dense(12, 2, { random }),
);
const optimizer = new Adam(model.parameters, { learningRate: 0.03 });
fit({ model, loss: softmaxCrossEntropy, optimizer, data, epochs: 400 });

const right = accuracy(model.predict(data.x), data.y);
console.log(`12 sine units: ${(100 * right).toFixed(0)} % right`);
const title = "Sine units learn a chessboard";
const picture = decisionRegions(model, data, {
  title,
  width: 440,
  height: 340,
});
draw("sine", picture);
