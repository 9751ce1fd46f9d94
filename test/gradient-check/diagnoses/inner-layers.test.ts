import {
  Dense,
  Dropout,
  Embedding,
  gradientCheck,
  Matrix,
  RandomState,
  Residual,
  sequential,
  softmaxCrossEntropy,
} from "spiralnet";
import { expect, test } from "vitest";
import { elementwise } from "../support/formulas.js";

const random = new RandomState(4);
const x = random.randn(5, 3);
const unmasked = () =>
  elementwise(
    (v) => Math.max(0, v),
    (G) => G,
  );

test("a mistake between two layers is named by checking each layer by itself", () => {
  const model = sequential(new Dense(3, 6, { random }), unmasked(), new Dense(6, 4, { random }));
  const loss = (scores: Matrix) => softmaxCrossEntropy(scores, [0, 1, 2, 3, 1]);
  const { diagnoses, passed } = gradientCheck(model, x, { loss });
  expect(passed).toBe(false);
  expect(diagnoses).toMatchObject([{ kind: "negative-input", name: "1.x" }]);
  expect(diagnoses[0]?.message).toMatch(
    /^In layer 1 \(.+\), checked by itself: The gradient of x is wrong only/,
  );
});

test("a mistake in a block within a model is named with both places", () => {
  const block = new Residual(new Dense(6, 6, { random }), unmasked());
  const model = sequential(new Dense(3, 6, { random }), block, new Dense(6, 2, { random }));
  const { diagnoses } = gradientCheck(model, x);
  expect(diagnoses).toMatchObject([{ kind: "negative-input", name: "1.1.x" }]);
});

test("the input of an embedding within a model is left alone", () => {
  const embedding = new Embedding(4, 3, { random });
  const model = sequential(embedding, unmasked(), new Dense(3, 2, { random }));
  const tokens = Matrix.fromRows([[0], [3], [1], [2]]);
  const { diagnoses } = gradientCheck(model, tokens, { inputGradient: false });
  expect(diagnoses).toMatchObject([{ kind: "negative-input", name: "1.x" }]);
});

test("the layers and their generators are as they were afterwards", () => {
  const dropout = new Dropout(0.5, { random: new RandomState(1) });
  const model = sequential(new Dense(3, 6, { random }), unmasked(), dropout, new Dense(6, 2, { random }));
  const before = JSON.stringify([
    dropout.state.random.getState(),
    model.parameters.map(({ value }) => value.toArray()),
  ]);
  expect(gradientCheck(model, x).diagnoses).toMatchObject([{ name: "1.x" }]);
  const after = JSON.stringify([
    dropout.state.random.getState(),
    model.parameters.map(({ value }) => value.toArray()),
  ]);
  expect(after).toBe(before);
});
