/**
 * A checkpoint holds the weights, the optimizer's memory and the generator, so
 * a training that goes on from it takes the very steps it would have taken.
 */
import {
  Adam,
  Dense,
  fromSafetensors,
  RandomState,
  ReLU,
  restore,
  sequential,
  softmaxCrossEntropy,
  spiral,
  stateOf,
  toSafetensors,
  train,
} from "spiralnet";
import { type LossAt, lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

const random = new RandomState(0);
const data = spiral({ classes: 3, pointsPerClass: 50, random });
const plan = { data, loss: softmaxCrossEntropy, batchSize: 50, epochs: 60 };
function start(seed: number) {
  const random = new RandomState(seed);
  const model = sequential(
    new Dense(2, 40, { random }),
    new ReLU(),
    new Dense(40, 3, { random }),
  );
  const optimizer = new Adam(model.parameters, { learningRate: 0.02 });
  return { model, optimizer, random };
}

const whole: LossAt[] = [];
let file = new Uint8Array();
const { model, ...parts } = start(1);
for (const { step, loss, progress } of train({ ...plan, model, ...parts })) {
  whole.push({ iteration: step, loss });
  if (step === 89) file = toSafetensors(stateOf(model, { ...parts, progress }));
}
const resumed: LossAt[] = [];
const other = start(2);
const { progress: from } = restore(other.model, fromSafetensors(file), {
  optimizer: other.optimizer,
  random: other.random,
});
for (const { step, loss } of train({ ...plan, ...other, from })) {
  resumed.push({ iteration: step, loss });
}

const same = resumed.every(({ iteration: i, loss }) => whole[i]?.loss === loss);
console.log(`${resumed.length} steps again, all losses the same: ${same}`);
const curves = { "never stopped": whole, resumed };
const title = "Resumed from a checkpoint: the same steps";
const picture = lossCurve(curves, {
  title,
  scale: "log",
  width: 440,
  height: 340,
});
draw("resumed", picture);
