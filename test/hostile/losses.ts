import {
  binaryCrossEntropy,
  hinge,
  huber,
  logSoftmax,
  Matrix,
  meanAbsoluteError,
  meanSquaredError,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const scores: Argument = ["scores", matrix, matrices];
const outputs: Argument = ["outputs", matrix, matrices];
const options: Argument = ["options", () => ({}), noOptions];
const labels: Argument = ["labels", () => [2, 0, 1], ["a frozen array", "an array of getters"]];
const notNegative: readonly Hostile[] = ["undefined", "0.5", "2 ** 40", "2 ** 53"];
const flag: readonly Hostile[] = ["undefined", "true"];
const weights: readonly Hostile[] = ["undefined", "a frozen array", "an array of getters"];
/** Three probabilities for each of three rows. */
const probabilities = () => Matrix.identity(3);
/** Labels of two classes. */
const binary = () => [1, 0, 1];

/** An entry for an option of a loss of the matrix and some targets. */
function option(
  f: (outputs: Matrix, targets: never, options: object) => unknown,
  targets: () => unknown,
  name: string,
  takes: readonly Hostile[],
): Entry {
  return {
    name: `${f.name} with parts of its options: ${name}`,
    call: (_random, value) => f(matrix(), targets() as never, { [name]: value }),
    arguments: [[name, () => undefined, takes]],
  };
}

const yes = () => [0, 1, 2];

export const losses: readonly Entry[] = [
  ...Object.entries({ softmax, logSoftmax }).map(([name, f]) => ({
    name,
    call: (_random: never, x: never) => f(x),
    arguments: [scores],
  })),
  {
    name: "softmaxCrossEntropy",
    call: (_random, s, y, o) => softmaxCrossEntropy(s, y, o),
    arguments: [
      scores,
      ["targets", () => [2, 0, 1], ["a frozen array", "an array of getters", ...matrices]],
      options,
    ],
  },
  {
    name: "softmaxCrossEntropy of probabilities",
    call: (_random, s, q) => softmaxCrossEntropy(s, q),
    arguments: [scores, ["targets", probabilities, ["a frozen array", "an array of getters", ...matrices]]],
  },
  option(softmaxCrossEntropy, yes, "labelSmoothing", ["undefined", "0.5"]),
  option(softmaxCrossEntropy, yes, "classWeights", weights),
  {
    name: "hinge",
    call: (_random, s, y, o) => hinge(s, y, o),
    arguments: [scores, labels, options],
  },
  option(hinge, yes, "margin", notNegative),
  option(hinge, yes, "squared", flag),
  option(hinge, yes, "classWeights", weights),
  option(hinge, yes, "sumColumns", flag),
  ...Object.entries({ meanSquaredError, meanAbsoluteError, huber }).map(([name, f]) => ({
    name,
    call: (_random: never, o: never, t: never, more: never) => f(o, t, more),
    arguments: [outputs, ["targets", matrix, matrices] as Argument, options],
  })),
  option(meanSquaredError, matrix, "half", flag),
  option(meanSquaredError, matrix, "sumColumns", flag),
  option(meanAbsoluteError, matrix, "sumColumns", flag),
  option(huber, matrix, "delta", notNegative),
  option(huber, matrix, "sumColumns", flag),
  {
    name: "binaryCrossEntropy",
    call: (_random, z, t, o) => binaryCrossEntropy(z, t, o),
    arguments: [outputs, ["targets", probabilities], options],
  },
  {
    name: "binaryCrossEntropy of labels",
    call: (_random, t) => binaryCrossEntropy(Matrix.zeros(3, 1), t),
    arguments: [["targets", binary]],
  },
  option(binaryCrossEntropy, probabilities, "posWeight", [...notNegative, ...weights]),
  option(binaryCrossEntropy, probabilities, "sumColumns", flag),
];
