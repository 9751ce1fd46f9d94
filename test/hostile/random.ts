import { RandomState } from "spiralnet";
import { type Hostile, matrices, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const finite: readonly Hostile[] = ["-1", "0.5", "2 ** 40", "2 ** 53"];
const notNegative: readonly Hostile[] = ["0.5", "2 ** 40", "2 ** 53"];

/** Lists of anything, with two items at least. */
const lists: readonly Hostile[] = [
  "ragged rows",
  "two bigints",
  "nine bigints",
  "a Float32Array of fractions",
];
const anyList: readonly Hostile[] = [...lists, "an empty array", "an array of null", "an array of an array"];
const onlyReadable: readonly Hostile[] = ["a frozen array", "an array of getters"];

const rows: Argument = ["rows", () => 2];
const cols: Argument = ["cols", () => 3];

const saved = new RandomState(1).getState();
const savedWith = (index: number, word: unknown) => {
  const words: unknown[] = [...saved.words];
  words[index] = word;
  return { words, spare: null } as never;
};

export const random: readonly Entry[] = [
  {
    name: "new RandomState",
    call: (_random: RandomState, seed) => new RandomState(seed).rand(),
    arguments: [["seed", () => 0, ["undefined"]]],
  },
  {
    name: "RandomState.rand of a row",
    call: (random: RandomState, size) => random.rand(size),
    arguments: [cols],
  },
  {
    name: "RandomState.rand",
    call: (random: RandomState, ...shape) => random.rand(...(shape as [])),
    arguments: [rows, cols],
  },
  {
    name: "RandomState.randn of a row",
    call: (random: RandomState, size) => random.randn(size),
    arguments: [cols],
  },
  {
    name: "RandomState.randn",
    call: (random: RandomState, ...shape) => random.randn(...(shape as [])),
    arguments: [rows, cols],
  },
  {
    name: "RandomState.uniform",
    call: (random: RandomState, low, high, ...shape) => random.uniform(low, high, ...(shape as [])),
    arguments: [
      ["low", () => -3, ["undefined", "-1", "0.5"]],
      ["high", () => 1, ["undefined", ...finite]],
      rows,
      cols,
    ],
  },
  {
    name: "RandomState.normal",
    call: (random: RandomState, loc, scale, ...shape) => random.normal(loc, scale, ...(shape as [])),
    arguments: [
      ["loc", () => 0, ["undefined", ...finite]],
      ["scale", () => 1, ["undefined", ...notNegative]],
      rows,
      cols,
    ],
  },
  {
    name: "RandomState.randint",
    call: (random: RandomState, low, high, size) => random.randint(low, high, size),
    arguments: [
      ["low", () => 3, ["-1"]],
      ["high", () => 9, ["undefined", "2 ** 40"]],
      ["size", () => 4, ["undefined"]],
    ],
  },
  {
    name: "RandomState.shuffle",
    call: (random: RandomState, items) => {
      random.shuffle(items);
      return items;
    },
    arguments: [["items", () => [1, 2, 3], [...anyList, ...matrices]]],
  },
  {
    name: "RandomState.permutation",
    call: (random: RandomState, items) => random.permutation(items),
    arguments: [["items", () => [1, 2, 3], [...anyList, ...onlyReadable, ...matrices]]],
  },
  {
    name: "RandomState.choice",
    call: (random: RandomState, items, size, options) => random.choice(items, size, options),
    arguments: [
      ["items", () => 5, ["2 ** 40", ...lists, ...onlyReadable, "an array of null", "an array of an array"]],
      ["size", () => 2, ["undefined"]],
      ["options", () => ({ replace: true }), noOptions],
    ],
  },
  {
    name: "RandomState.choice without replacement",
    call: (random: RandomState, items, size, p) => random.choice(items, size, { replace: false, p }),
    arguments: [
      ["items", () => 5, [...lists, ...onlyReadable]],
      ["size", () => 2, ["undefined"]],
      ["p", () => undefined, ["undefined"]],
    ],
  },
  {
    name: "RandomState.choice with probabilities",
    call: (random: RandomState, size, replace, p) => random.choice(3, size, { replace, p }),
    arguments: [
      ["size", () => 2, ["undefined"]],
      ["replace", () => true, ["undefined", "true"]],
      ["p", () => [0.25, 0.25, 0.5], ["undefined"]],
    ],
  },
  {
    name: "RandomState.setState",
    call: (random: RandomState, state) => {
      random.setState(state);
      return null;
    },
    arguments: [["state", () => saved]],
  },
  {
    name: "RandomState.setState with parts of a state",
    call: (random: RandomState, words, spare) => {
      random.setState({ words, spare });
      return null;
    },
    arguments: [
      ["words", () => saved.words],
      ["spare", () => saved.spare, ["null", "-1", "0.5"]],
    ],
  },
  {
    name: "RandomState.setState with a position",
    call: (random: RandomState, position) => {
      random.setState(savedWith(0, position));
      return null;
    },
    arguments: [["position", () => 0]],
  },
  {
    name: "RandomState.setState with a word",
    call: (random: RandomState, word) => {
      random.setState(savedWith(5, word));
      return null;
    },
    arguments: [["word", () => 0, ["-1"]]],
  },
];
