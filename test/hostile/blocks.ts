import { BatchNorm, Dense, Dropout, type Layer, LayerNorm, Matrix, RandomState, Residual } from "spiralnet";
import { matrix, noOptions } from "../support/hostile-values.js";
import type { Entry } from "../support/test-hostile-values.js";
import { between, numbersOf, observeLayer, passesOf } from "./layers.js";

const makers = {
  Dropout: () => new Dropout(0.5, { random: new RandomState(1) }),
  BatchNorm: () => new BatchNorm(3),
  LayerNorm: () => new LayerNorm(3),
  Residual: () => new Residual(new Dense(3, 3, { random: new RandomState(1) })),
};

/** What an open pass gives, what the next one makes, and the state that is left. */
function observe(layer: Layer): unknown {
  const seen = observeLayer(layer);
  const y = layer.forward(Matrix.full(3, 3, 2)).toArray();
  const state = Object.values(layer.state).map((item) => (item instanceof RandomState ? item.rand() : item));
  return [seen, y, state];
}

export const blocks: readonly Entry[] = [
  ...Object.entries(makers).flatMap(([name, make]) =>
    passesOf(name, make).map((entry) => ({ ...entry, observe })),
  ),
  {
    name: "new Dropout",
    call: (random: RandomState, probability, options) =>
      new Dropout(probability, options === undefined ? { random } : options).forward(matrix()),
    arguments: [
      ["probability", () => 0.5, ["0.5"]],
      ["options", () => undefined, noOptions],
    ],
  },
  {
    name: "new Dropout with a generator",
    call: (_random, random) => new Dropout(0.5, { random }).forward(matrix()),
    arguments: [["random", () => new RandomState(0), ["undefined", "a generator of NaN"]]],
  },
  {
    name: "new BatchNorm",
    call: (_random, width, options) => numbersOf(new BatchNorm(width, options).parameters),
    arguments: [
      ["width", () => 3],
      ["options", () => ({ momentum: 0.5 }), noOptions],
    ],
  },
  {
    name: "new BatchNorm with options",
    call: (_random, momentum, epsilon) => new BatchNorm(3, { momentum, epsilon }).forward(matrix()),
    arguments: [
      ["momentum", () => 0.5, ["undefined", "0.5"]],
      ["epsilon", () => 1e-3, ["undefined", "0.5", "2 ** 40", "2 ** 53"]],
    ],
  },
  {
    name: "new LayerNorm",
    call: (_random, width, options) => numbersOf(new LayerNorm(width, options).parameters),
    arguments: [
      ["width", () => 3],
      ["options", () => ({ epsilon: 1e-3 }), noOptions],
    ],
  },
  {
    name: "new LayerNorm with options",
    call: (_random, epsilon) => new LayerNorm(3, { epsilon }).forward(matrix()),
    arguments: [["epsilon", () => 1e-3, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "new Residual",
    subject: () => between(makers.LayerNorm()),
    observe,
    call: (layer: Layer, first, last) => numbersOf(new Residual(first, layer, last).parameters),
    arguments: [
      ["layer 0", () => new LayerNorm(3)],
      ["layer 2", () => new Dropout(0.5)],
    ],
  },
];
