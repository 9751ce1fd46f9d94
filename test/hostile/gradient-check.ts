import { Dense, gradientCheck, type Layer, RandomState, ReLU, sequential } from "spiralnet";
import { matrix } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { between, observeLayer } from "./layers.js";

const model = () => between(sequential(new Dense(3, 3, { random: new RandomState(1) }), new ReLU()));

/** The options that all gradient checks take, and what is right for them. */
const comparison: readonly Argument[] = [
  ["samples", () => 2, ["undefined", "2 ** 40"]],
  ["random", () => new RandomState(0), ["undefined", "a generator of NaN"]],
];

export const gradientChecks: readonly Entry[] = [
  ...comparison.map((argument) => ({
    name: `gradientCheck with parts of its options: ${argument[0]}`,
    subject: model,
    observe: observeLayer,
    call: (layer: Layer, value: never) =>
      gradientCheck(layer, matrix(), { samples: 2, [argument[0]]: value }).passed,
    arguments: [argument],
  })),
];
