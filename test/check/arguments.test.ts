import { Dense, Matrix, RandomState, ReLU, SGD, softmaxCrossEntropy } from "spiralnet";
import { checkLayer, checkLoss, checkOptimizer } from "spiralnet/check";
import { describe, expect, test } from "vitest";
import { type Entry, testHostileValues } from "../support/test-hostile-values.js";
import { affine } from "./support/course-layers.js";
import { softmaxLoss } from "./support/course-losses.js";
import { sgd } from "./support/course-optimizers.js";

const dense = (inputs: number, outputs: number) => new Dense(inputs, outputs, { random: new RandomState(0) });
const likeSGD = (parameters: SGD["parameters"]) => new SGD(parameters, { learningRate: 0.01 });

const entries: readonly Entry[] = [
  {
    name: "checkLayer",
    call: (_random, mine, options) => String(checkLayer(mine, options)),
    arguments: [
      // A function that makes something else is a mistake, as the report says.
      ["mine", () => affine, ["a function", "a function that returns a string", "an async function"]],
      ["options", () => ({ like: dense })],
    ],
  },
  {
    name: "checkLayer with parts of its options",
    call: (_random, random, tolerance, errors) =>
      String(checkLayer(affine, { like: dense, random, tolerance, errors })),
    arguments: [
      ["random", () => new RandomState(1), ["undefined", "a generator of NaN"]],
      ["tolerance", () => 1e-9, ["undefined", "0.5", "2 ** 40", "2 ** 53"]],
      ["errors", () => true, ["undefined", "true"]],
    ],
  },
  {
    name: "checkLoss",
    call: (_random, mine, options) => String(checkLoss(mine, options)),
    // A function that returns something else is a mistaken loss, as the report says.
    arguments: [
      ["mine", () => softmaxLoss, ["a function", "a function that returns a string", "an async function"]],
      ["options", () => ({ like: softmaxCrossEntropy })],
    ],
  },
  {
    name: "checkLoss with parts of its options",
    call: (_random, targets, random) =>
      String(checkLoss(softmaxLoss, { like: softmaxCrossEntropy, targets, random })),
    arguments: [
      ["targets", () => "labels", ["undefined"]],
      ["random", () => new RandomState(1), ["undefined", "a generator of NaN"]],
    ],
  },
  {
    name: "checkOptimizer",
    call: (_random, mine, options) => String(checkOptimizer(mine, options)),
    arguments: [
      ["mine", () => sgd, ["a function", "a function that returns a string", "an async function"]],
      ["options", () => ({ like: likeSGD })],
    ],
  },
  {
    name: "checkOptimizer with parts of its options",
    call: (_random, random) => String(checkOptimizer(sgd, { like: likeSGD, random })),
    arguments: [["random", () => new RandomState(1), ["undefined", "a generator of NaN"]]],
  },
  {
    name: "checkLayer with what it is like",
    call: (_random, like) => String(checkLayer(affine, { like })),
    arguments: [["like", () => dense]],
  },
  {
    name: "checkLoss with what it is like",
    call: (_random, like) => String(checkLoss(softmaxLoss, { like })),
    arguments: [["like", () => softmaxCrossEntropy]],
  },
  {
    name: "checkOptimizer with what it is like",
    call: (_random, like) => String(checkOptimizer(sgd, { like })),
    arguments: [["like", () => likeSGD]],
  },
];

testHostileValues(entries);

describe("messages name the check and say what to write", () => {
  test.each<[string, () => unknown, string]>([
    [
      "a class for a layer",
      () => checkLayer(ReLU as never, { like: dense }),
      "checkLayer: mine is a class ReLU; expected a layer, or a function such as (inputs, outputs) => " +
        "new Dense(inputs, outputs)",
    ],
    [
      "an optimizer for a function that makes one",
      () => checkOptimizer(new SGD([], { learningRate: 1 }) as never, { like: likeSGD }),
      "checkOptimizer: mine is an object of type SGD; expected an object with update, or a function such as " +
        "(parameters) => new SGD(parameters, { learningRate: 0.1 })",
    ],
    [
      "a misspelt option",
      () => checkLoss(softmaxLoss, { like: softmaxCrossEntropy, target: "labels" } as never),
      'checkLoss: unknown option "target"; expected like, random, tolerance, errors, targets',
    ],
    [
      "an unknown kind of targets",
      () => checkLoss(softmaxLoss, { like: softmaxCrossEntropy, targets: "classes" as never }),
      'checkLoss: targets is "classes"; expected labels, numbers, binary, binary-labels, probabilities',
    ],
    [
      "a library's layer that takes nothing",
      () => {
        const like = () => {
          throw new RangeError("no such width");
        };
        return checkLayer(affine, { like });
      },
      "checkLayer: like refuses all inputs: it throws RangeError: no such width; expected it to take some",
    ],
    [
      "a library's loss for other targets",
      () =>
        checkLoss<Matrix>(() => [0, Matrix.zeros(1, 1)], { like: softmaxCrossEntropy, targets: "numbers" }),
      "checkLoss: like refuses all inputs: the loss function throws RangeError: softmaxCrossEntropy: targets[",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
