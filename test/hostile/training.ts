import {
  accuracy,
  Dense,
  gradientCheck,
  type Layer,
  RandomState,
  ReLU,
  sequential,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { between, observeLayer } from "./layers.js";

const positive: readonly Hostile[] = ["0.5", "2 ** 40", "2 ** 53"];

const labels: Argument = ["labels", () => [2, 0, 1], ["a frozen array", "an array of getters"]];
const loss = (scores: never) => softmaxCrossEntropy(scores, [0, 1, 2]);
const model = () => between(sequential(new Dense(3, 3, { random: new RandomState(1) }), new ReLU()));

export const training: readonly Entry[] = [
  { name: "softmax", call: (_random, scores) => softmax(scores), arguments: [["scores", matrix, matrices]] },
  ...Object.entries({ softmaxCrossEntropy, accuracy }).map(([name, f]) => ({
    name,
    call: (_random: never, scores: never, y: never) => f(scores, y),
    arguments: [["scores", matrix, matrices] as Argument, labels],
  })),
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
