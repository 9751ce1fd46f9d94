import {
  Dense,
  gradientCheck,
  L2,
  type Matrix,
  normal,
  RandomState,
  ReLU,
  type Sequential,
  Sigmoid,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { slopes } from "../support/centred-difference.js";
import { distance } from "../support/distance.js";

const random = new RandomState(29);
const options = { weights: normal(0.8), biases: normal(0.5), random };
const dense = <I extends number, O extends number>(inputs: I, outputs: O) =>
  new Dense(inputs, outputs, options);

const models: [name: string, model: Sequential, inputs: number][] = [
  ["a linear classifier", sequential(dense(2, 3)) as Sequential, 2],
  ["the two-layer network", sequential(dense(2, 8), new ReLU(), dense(8, 3)) as Sequential, 2],
  ["an activation first and last", sequential(new Tanh(), dense(4, 3), new Sigmoid()) as Sequential, 4],
  [
    "a deep network",
    sequential(
      dense(3, 5),
      new Tanh(),
      dense(5, 4),
      new Sigmoid(),
      dense(4, 4),
      new ReLU(),
      dense(4, 3),
    ) as Sequential,
    3,
  ],
  [
    "models within models",
    sequential(
      sequential(dense(3, 4), new Tanh()),
      sequential(sequential(dense(4, 5)), new ReLU(), dense(5, 3)),
    ) as Sequential,
    3,
  ],
];

const labels = [0, 1, 2, 1, 0, 2];
const l2 = new L2(0.1);

/** The loss of a training loop: that of the data and the penalty. */
function objective(model: Sequential, x: Matrix): number {
  return softmaxCrossEntropy(model.predict(x), labels).loss + l2.penalty(model.parameters);
}

describe.each(models)("%s, with a penalty on its weights", (_, model, inputs) => {
  const x = random.randn(6, inputs);

  test("gives the slopes of its loss as gradients of x and of every parameter", () => {
    const dx = model.backward(softmaxCrossEntropy(model.forward(x), labels).gradient, {
      inputGradient: true,
    });
    l2.apply(model.parameters);
    const loss = () => objective(model, x);
    expect(distance(dx, slopes(loss, x), 1e-3)).toBeLessThan(1e-6);
    for (const { name, value, gradient } of model.parameters) {
      expect(distance(gradient, slopes(loss, value), 1e-3), name).toBeLessThan(1e-6);
    }
  });

  test("gives the parameters the same gradients if that of x is not asked for, and returns nothing", () => {
    const { gradient } = softmaxCrossEntropy(model.forward(x), labels);
    model.backward(gradient, { inputGradient: true });
    const full = model.parameters.map((parameter) => parameter.gradient.copy());
    for (const parameter of model.parameters) parameter.gradient.data.fill(Number.NaN);
    model.forward(x);
    expect(model.backward(gradient)).toBeUndefined();
    expect(model.parameters.map((parameter) => parameter.gradient)).toEqual(full);
  });

  test("passes the library's own check", () => {
    const loss = (scores: Matrix) => softmaxCrossEntropy(scores, labels);
    const report = gradientCheck(model, x, { loss, regularizer: l2 });
    expect(report.passed, String(report)).toBe(true);
  });
});
