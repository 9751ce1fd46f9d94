import {
  accuracy,
  Dense,
  gradientCheck,
  type Layer,
  RandomState,
  ReLU,
  sequential,
  softmaxCrossEntropy,
} from "spiralnet";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { between, observeLayer } from "./layers.js";

const positive: readonly Hostile[] = ["0.5", "2 ** 40", "2 ** 53"];

const loss = (scores: never) => softmaxCrossEntropy(scores, [0, 1, 2]);
const model = () => between(sequential(new Dense(3, 3, { random: new RandomState(1) }), new ReLU()));

export const training: readonly Entry[] = [
  {
    name: "accuracy",
    call: (_random, scores, y) => accuracy(scores, y),
    arguments: [
      ["scores", matrix, matrices],
      ["labels", () => [2, 0, 1], ["a frozen array", "an array of getters"]],
    ],
  },
  {
    name: "gradientCheck",
    subject: model,
    observe: observeLayer,
    call: (layer: Layer, x, options) => gradientCheck(layer, x, options).passed,
    arguments: [
      ["x", matrix, matrices],
      ["options", () => ({ loss }), noOptions],
    ],
  },
  {
    name: "gradientCheck of a subject",
    call: (_random, subject) => gradientCheck(subject, matrix()).passed,
    arguments: [["subject", () => loss]],
  },
  {
    name: "gradientCheck with parts of its options: inputGradient",
    subject: model,
    observe: observeLayer,
    call: (layer: Layer, inputGradient) => gradientCheck(layer, matrix(), { inputGradient }).passed,
    arguments: [["inputGradient", () => false, ["undefined", "true"]]],
  },
  ...(["loss", "regularizer", "step", "tolerance"] as const).map((option) => ({
    name: `gradientCheck with parts of its options: ${option}`,
    subject: model,
    observe: observeLayer,
    call: (layer: Layer, value: never) => gradientCheck(layer, matrix(), { [option]: value }).passed,
    arguments: [
      [
        option,
        () => undefined,
        option === "step" || option === "tolerance" ? ["undefined", ...positive] : ["undefined"],
      ] as Argument,
    ],
  })),
];
