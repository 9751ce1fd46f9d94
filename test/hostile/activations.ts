import {
  ELU,
  Embedding,
  GELU,
  type Layer,
  LeakyReLU,
  Matrix,
  RandomState,
  SiLU,
  Softmax,
  Softplus,
} from "spiralnet";
import { matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Entry } from "../support/test-hostile-values.js";
import { numbersOf, passesOf } from "./layers.js";

/** What a layer makes of a matrix, and takes back. */
function runOf(layer: Layer): Matrix[] {
  return [layer.forward(matrix()), layer.backward(matrix(), { inputGradient: true })];
}

const embedding = () => new Embedding(10, 1, { steps: 3, random: new RandomState(1) });
const onEmbedding = {
  subject: () => {
    const layer = embedding();
    layer.forward(matrix());
    return layer;
  },
  observe: (layer: Embedding<1, 3>) => {
    layer.backward(Matrix.full(3, 3, 1));
    return numbersOf(layer.parameters);
  },
};

export const activations: readonly Entry[] = [
  ...passesOf("LeakyReLU", () => new LeakyReLU()),
  ...passesOf("ELU", () => new ELU()),
  ...passesOf("GELU", () => new GELU()),
  ...passesOf("SiLU", () => new SiLU()),
  ...passesOf("Softplus", () => new Softplus()),
  ...passesOf("Softmax", () => new Softmax()),
  {
    name: "new LeakyReLU",
    call: (_random, slope) => runOf(new LeakyReLU(slope)),
    arguments: [["negativeSlope", () => 0.1, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "new ELU",
    call: (_random, alpha) => runOf(new ELU(alpha)),
    arguments: [["alpha", () => 1, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "new Softplus",
    call: (_random, beta) => runOf(new Softplus(beta)),
    arguments: [["beta", () => 2, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "new GELU",
    call: (_random, options) => runOf(new GELU(options)),
    arguments: [["options", () => ({ approximate: "tanh" }), noOptions]],
  },
  {
    name: "new GELU with a form",
    call: (_random, approximate) => runOf(new GELU({ approximate })),
    arguments: [["approximate", () => "none", ["undefined"]]],
  },
  {
    ...onEmbedding,
    name: "Embedding.forward",
    call: (layer: Embedding<1, 3>, x) => layer.forward(x),
    arguments: [["x", matrix, matrices]],
  },
  {
    ...onEmbedding,
    name: "Embedding.predict",
    call: (layer: Embedding<1, 3>, x) => layer.predict(x),
    arguments: [["x", matrix, matrices]],
  },
  {
    ...onEmbedding,
    name: "Embedding.backward",
    call: (layer: Embedding<1, 3>, gradient, options) => layer.backward(gradient, options) ?? null,
    arguments: [
      ["gradient", matrix, matrices],
      ["options", () => ({ inputGradient: false }), noOptions],
    ],
  },
  {
    name: "new Embedding",
    call: (random: RandomState, count, width, options) => {
      return numbersOf(new Embedding(count, width, options === undefined ? { random } : options).parameters);
    },
    arguments: [
      ["count", () => 3],
      ["width", () => 2],
      ["options", () => undefined, noOptions],
    ],
  },
  {
    name: "new Embedding with parts of its options",
    call: (_random, steps, weights, random) => {
      return numbersOf(new Embedding(3, 2, { steps, weights, random }).parameters);
    },
    arguments: [
      ["steps", () => 2, ["undefined", "2 ** 40"]],
      ["weights", () => undefined, ["undefined"]],
      ["random", () => undefined, ["undefined"]],
    ],
  },
  {
    name: "new Embedding with what an initializer makes",
    call: (_random, made) => numbersOf(new Embedding(3, 3, { weights: () => made }).parameters),
    arguments: [["weights", matrix, matrices]],
  },
];
