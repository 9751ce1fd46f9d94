import {
  Dense,
  gradientCheck,
  L2,
  normal,
  RandomState,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { between, openLayers } from "./support/open-layers.js";

describe.each(openLayers)("the gradient check passes for $name", (open) => {
  test("alone", () => {
    const random = new RandomState(1);
    const layer = open.make(random);
    const report = gradientCheck(layer, random.randn(5, open.inputs));
    expect(report.passed, String(report)).toBe(true);
    expect(report.kinks).toHaveLength(0);
    const parameters = layer.parameters.reduce((sum, { value }) => sum + value.data.length, 0);
    expect(report.checked).toBe(parameters + 5 * open.inputs);
  });

  test("between two Dense layers, with a loss and a penalty", () => {
    const report = gradientCheck(between(open, 2), new RandomState(3).randn(6, 3), {
      loss: (scores) => softmaxCrossEntropy(scores, [0, 1, 1, 0, 1, 0]),
      regularizer: new L2(0.1),
    });
    expect(report.passed, String(report)).toBe(true);
  });
});

// A model keeps one pass, so a layer around a model of its own stands in one place.
const repeatable = openLayers.filter(({ name }) => name !== "a layer around a model of its own");

test.each(repeatable)("the gradient check passes for $name in two places of a model", (open) => {
  const random = new RandomState(4);
  const layer = open.make(random);
  const model = sequential(
    layer,
    new Tanh(),
    new Dense(open.outputs, open.inputs, { weights: normal(0.5), random }),
    layer,
  );
  const report = gradientCheck(model, random.randn(4, open.inputs));
  expect(report.passed, String(report)).toBe(true);
});
