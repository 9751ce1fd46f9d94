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

/** Two parameters, with gradients. */
function twoParameters(): [Parameter, Parameter] {
  const parameters = [
    parameter("first", matrix(), "weight"),
    { name: "second", role: "weight" as const, value: matrix(), gradient: matrix() },
  ] as const;
  parameters[0].gradient.addInPlace(1);
  return [...parameters];
}

/** An optimizer and its parameters. */
function optimizer() {
  const parameters = twoParameters();
  return { parameters, sgd: new SGD(parameters, { learningRate: 0.5 }) };
}

type Optimized = ReturnType<typeof optimizer>;

const observeOptimizer = ({ parameters, sgd }: Optimized) => [
  numbersOf(parameters),
  sgd.steps,
  sgd.learningRate,
];

/** Calls f while a part of a parameter is wrong. */
function whileReplaced(of: Parameter, part: keyof Parameter, value: unknown, f: () => unknown): unknown {
  const right = of[part];
  Object.assign(of, { [part]: value });
  try {
    return f();
  } finally {
    Object.assign(of, { [part]: right });
  }
}

/** The parts of a parameter, with what is right there. */
const parts: readonly Argument[] = [
  ["name", () => "other", ["a string", "an empty string", "a very long string"]],
  ["role", () => "bias"],
  ["value", matrix, matrices],
  ["gradient", matrix, matrices],
];

/** An entry for each part of a parameter that became wrong after the optimizer was made. */
function withParts(name: string, call: (on: Optimized) => unknown): Entry[] {
  return parts.map((argument) => ({
    name: `${name} with the ${argument[0]} of a parameter replaced`,
    subject: optimizer,
    observe: observeOptimizer,
    call: (on: Optimized, value: never) =>
      whileReplaced(on.parameters[1], argument[0] as keyof Parameter, value, () => call(on)),
    arguments: [argument],
  }));
}

const labels: Argument = ["labels", () => [2, 0, 1], ["a frozen array", "an array of getters"]];
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
