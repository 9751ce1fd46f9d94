import { Dense, gradientCheck, type Layer, type Matrix, RandomState, ReLU, sequential } from "spiralnet";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { between, observeLayer } from "./layers.js";

const model = () => between(sequential(new Dense(3, 3, { random: new RandomState(1) }), new ReLU()));
const squares = (x: Matrix) => 0.5 * x.multiply(x).sum();

/** The options that all gradient checks take, and what is right for them. */
const comparison: readonly Argument[] = [
  ["samples", () => 2, ["undefined", "2 ** 40"]],
  ["random", () => new RandomState(0), ["undefined", "a generator of NaN"]],
];
const positive: readonly Hostile[] = ["undefined", "0.5", "2 ** 40", "2 ** 53"];
const texts: readonly Hostile[] = ["undefined", "a string", "a very long string"];
const ofAlone: readonly Argument[] = [
  ["outputGradient", matrix, ["undefined", ...matrices]],
  ["name", () => "W", texts],
  ["step", () => 1e-5, positive],
  ["tolerance", () => 1e-6, positive],
];

/** A matrix that a check moves, and all there is to see of it. */
const moved = { subject: matrix, observe: (x: Matrix) => x.toArray() };

export const gradientChecks: readonly Entry[] = [
  ...comparison.map((argument) => ({
    name: `gradientCheck with parts of its options: ${argument[0]}`,
    subject: model,
    observe: observeLayer,
    call: (layer: Layer, value: never) =>
      gradientCheck(layer, matrix(), { samples: 2, [argument[0]]: value }).passed,
    arguments: [argument],
  })),
  {
    name: "gradientCheck.of",
    ...moved,
    call: (x: Matrix, f, dx, options) => gradientCheck.of(f, x, dx, options).passed,
    arguments: [
      ["f", () => squares, ["a function"]],
      ["dx", matrix, matrices],
      ["options", () => ({ samples: 2 }), noOptions],
    ],
  },
  {
    name: "gradientCheck.of at x",
    call: (_random, x) => gradientCheck.of(squares, x, matrix()).passed,
    arguments: [["x", matrix, matrices]],
  },
  {
    name: "gradientCheck.of a function with a result",
    ...moved,
    call: (x: Matrix, y) => gradientCheck.of(() => y, x, matrix()).passed,
    arguments: [["f(x)", () => 5, ["-1", "0.5", "2 ** 40", "2 ** 53", ...matrices]]],
  },
  ...[...comparison, ...ofAlone].map((argument) => ({
    name: `gradientCheck.of with parts of its options: ${argument[0]}`,
    ...moved,
    call: (x: Matrix, value: never) =>
      gradientCheck.of((at) => at, x, matrix(), { samples: 2, [argument[0]]: value }).passed,
    arguments: [argument],
  })),
];
