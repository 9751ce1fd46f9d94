/**
 * The slope of an activation is the share of the gradient that it passes on.
 * Sigmoid passes on a quarter at most, and far from 0 next to nothing.
 */
import { Matrix, ReLU, Sigmoid, SiLU, Tanh } from "spiralnet";
import { lossCurve } from "spiralnet/plot";
import { draw } from "../support/output.js";

const activations = [new ReLU(), new Sigmoid(), new Tanh(), new SiLU()];
const inputs = Array.from({ length: 121 }, (_, i) => (i - 60) / 10);
const ones = Matrix.full(inputs.length, 1, 1);

const curves = activations.map((activation) => {
  activation.forward(Matrix.fromRows(inputs.map((x) => [x])));
  const slopes = activation.backward(ones, { inputGradient: true });
  const points = inputs.map((x, i) => ({
    iteration: x,
    loss: slopes.get(i, 0),
  }));
  return [activation.name, points] as const;
});

const last = curves.map(([name, points]) => {
  return `${name} ${points.at(-1)?.loss.toFixed(4)}`;
});
console.log(`slopes at 6: ${last.join(", ")}`);
const picture = lossCurve(Object.fromEntries(curves), {
  title: "How much gradient an activation passes on",
  xLabel: "input",
  yLabel: "slope",
  width: 440,
  height: 340,
});
draw("slopes", picture);
