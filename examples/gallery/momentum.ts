/**
 * Momentum adds up gradients that agree, so the same learning rate gets much
 * further. Adam gives each weight a step of its own size, too.
 */
import {
  Adam,
  Dense,
  fit,
  type Optimizer,
  type Parameter,
  RandomState,
  ReLU,
  SGD,
  sequential,
  softmaxCrossEntropy,
  spiral,
} from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

type Optimize = (parameters: readonly Parameter[]) => Optimizer;
function losses(optimize: Optimize): number[] {
  const random = new RandomState(0);
  const data = spiral({ classes: 3, pointsPerClass: 60, random });
  const model = sequential(
    new Dense(2, 50, { random }),
    new ReLU(),
    new Dense(50, 3, { random }),
  );
  const optimizer = optimize(model.parameters);
  const loss = softmaxCrossEntropy;
  return fit({ model, loss, optimizer, data, epochs: 400 }).loss;
}
const rate = { learningRate: 0.1 };
const curves = {
  SGD: losses((weights) => new SGD(weights, rate)),
  momentum: losses((weights) => new SGD(weights, { ...rate, momentum: 0.9 })),
  Adam: losses((weights) => new Adam(weights, { learningRate: 0.01 })),
};

const last = Object.entries(curves).map(([name, curve]) => {
  return `${curve.at(-1)?.toFixed(3)} with ${name}`;
});
console.log(`loss after 400 steps: ${last.join(", ")}`);
const title = "Momentum: the same rate gets further";
const picture = lossCurve(curves, {
  title,
  scale: "log",
  width: 440,
  height: 340,
});
draw("momentum", picture);
