import {
  BatchNorm,
  Dense,
  Dropout,
  gradientCheck,
  L2,
  type Layer,
  LayerNorm,
  Matrix,
  normal,
  RandomState,
  ReLU,
  Residual,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { slopes } from "../support/centred-difference.js";
import { distance } from "../support/distance.js";
import { stateOf } from "../support/state.js";

const random = new RandomState(31);
const options = { weights: normal(0.8), biases: normal(0.5), random };
const dense = (inputs: number, outputs: number): Layer => new Dense(inputs, outputs, options);
const dropout = () => new Dropout(0.3, { random: new RandomState(7) });

/** Models whose training passes give something else than `predict`; each takes 3 columns and gives 3. */
const models: [name: string, model: Layer][] = [
  ["BatchNorm", new BatchNorm(3)],
  ["BatchNorm with a large epsilon", new BatchNorm(3, { epsilon: 0.5, momentum: 0.9 })],
  ["Dropout", dropout()],
  ["BatchNorm between Dense layers", sequential(dense(3, 4), new BatchNorm(4), new Tanh(), dense(4, 3))],
  ["BatchNorm after BatchNorm", sequential(new BatchNorm(3), dense(3, 3), new BatchNorm(3))],
  ["a block with BatchNorm and Dropout", new Residual(new BatchNorm(3), dropout(), dense(3, 3))],
  [
    "a block within a model within a block",
    new Residual(
      dense(3, 4),
      sequential(new LayerNorm(4), new Residual(dense(4, 4), new BatchNorm(4), new Tanh()), dropout()),
      dense(4, 3),
    ),
  ],
  [
    "all of them",
    sequential(
      dense(3, 6),
      new BatchNorm(6),
      new Tanh(),
      dropout(),
      new Residual(new LayerNorm(6), dense(6, 4), new Tanh(), dropout(), dense(4, 6)),
      new LayerNorm(6),
      dense(6, 3),
    ),
  ],
];

const labels = [0, 1, 2, 1, 0, 2];
const l2 = new L2(0.1);

/** Puts the generators back where they are now. */
function rewindTo(layer: Layer): () => void {
  const saved = Object.values(layer.state).map((item) =>
    item instanceof RandomState ? ([item, item.getState()] as const) : undefined,
  );
  return () => {
    for (const pair of saved) pair?.[0].setState(pair[1]);
  };
}

describe.each(models)("%s, with a loss and a penalty", (_name, model) => {
  const x = random.randn(6, 3);
  for (const parameter of model.parameters) parameter.value = random.randn(...parameter.value.shape);
  const rewind = rewindTo(model);

  test("gives the slopes of its loss as gradients of x and of every parameter", () => {
    const forward = () => {
      rewind();
      return softmaxCrossEntropy(model.forward(x), labels);
    };
    const dx = model.backward(forward().gradient, { inputGradient: true });
    l2.apply(model.parameters);
    const loss = () => forward().loss + l2.penalty(model.parameters);
    expect(distance(dx, slopes(loss, x), 1e-2)).toBeLessThan(1e-6);
    for (const { name, value, gradient } of model.parameters) {
      expect(distance(gradient, slopes(loss, value), 1e-2), name).toBeLessThan(1e-6);
    }
  });

  test("passes the library's own check, which leaves its state as it was", () => {
    const before = stateOf(model);
    const loss = (scores: Matrix) => softmaxCrossEntropy(scores, labels);
    const report = gradientCheck(model, x, { loss, regularizer: l2 });
    expect(report.passed, String(report)).toBe(true);
    expect(stateOf(model)).toBe(before);
  });
});

test("a dropped unit gets no gradient, and its input none either", () => {
  const model = sequential(new ReLU(), dropout());
  const y = model.forward(Matrix.full(6, 3, 1));
  const dx = model.backward(Matrix.full(6, 3, 5), { inputGradient: true });
  expect(dx.map((value) => (value === 0 ? 0 : 1)).equals(y.map((value) => (value === 0 ? 0 : 1)))).toBe(true);
});
