import { RandomState } from "spiralnet";
import { type Argument, type Hostile, testHostileValues } from "./hostile-values.js";

const finite: readonly Hostile[] = ["-1", "0.5", "2 ** 40", "2 ** 53"];
const notNegative: readonly Hostile[] = ["0.5", "2 ** 40", "2 ** 53"];

const rows: Argument = ["rows", () => 2];
const cols: Argument = ["cols", () => 3];

const saved = new RandomState(1).getState();
const savedWith = (index: number, word: unknown) => {
  const words: unknown[] = [...saved.words];
  words[index] = word;
  return { words, spare: null } as never;
};

testHostileValues([
  {
    name: "new RandomState",
    call: (_random, seed) => new RandomState(seed).rand(),
    arguments: [["seed", () => 0, ["undefined"]]],
  },
  { name: "rand of a row", call: (random, size) => random.rand(size), arguments: [cols] },
  { name: "rand", call: (random, ...shape) => random.rand(...(shape as [])), arguments: [rows, cols] },
  { name: "randn of a row", call: (random, size) => random.randn(size), arguments: [cols] },
  { name: "randn", call: (random, ...shape) => random.randn(...(shape as [])), arguments: [rows, cols] },
  {
    name: "uniform",
    call: (random, low, high, ...shape) => random.uniform(low, high, ...(shape as [])),
    arguments: [
      ["low", () => -3, ["undefined", "-1", "0.5"]],
      ["high", () => 1, ["undefined", ...finite]],
      rows,
      cols,
    ],
  },
  {
    name: "normal",
    call: (random, loc, scale, ...shape) => random.normal(loc, scale, ...(shape as [])),
    arguments: [
      ["loc", () => 0, ["undefined", ...finite]],
      ["scale", () => 1, ["undefined", ...notNegative]],
      rows,
      cols,
    ],
  },
  {
    name: "randint",
    call: (random, low, high, size) => random.randint(low, high, size),
    arguments: [
      ["low", () => 3, ["-1"]],
      ["high", () => 9, ["undefined", "2 ** 40"]],
      ["size", () => 4, ["undefined"]],
    ],
  },
  {
    name: "shuffle",
    call: (random, items) => {
      random.shuffle(items);
      return items;
    },
    arguments: [["items", () => [1, 2, 3], ["an empty array", "an array of bigints"]]],
  },
  {
    name: "permutation",
    call: (random, items) => random.permutation(items),
    arguments: [
      [
        "items",
        () => [1, 2, 3],
        ["an empty array", "a frozen array", "an array of getters", "an array of bigints"],
      ],
    ],
  },
  {
    name: "choice",
    call: (random, items, size, options) => random.choice(items, size, options),
    arguments: [
      ["items", () => 5, ["2 ** 40", "a frozen array", "an array of getters", "an array of bigints"]],
      ["size", () => 2, ["undefined"]],
      ["options", () => ({ replace: true }), ["undefined", "an object", "an object without prototype"]],
    ],
  },
  {
    name: "choice without replacement",
    call: (random, items, size, p) => random.choice(items, size, { replace: false, p }),
    arguments: [
      ["items", () => 5, ["a frozen array", "an array of getters", "an array of bigints"]],
      ["size", () => 2, ["undefined"]],
      ["p", () => undefined, ["undefined"]],
    ],
  },
  {
    name: "choice with probabilities",
    call: (random, size, replace, p) => random.choice(3, size, { replace, p }),
    arguments: [
      ["size", () => 2, ["undefined"]],
      ["replace", () => true, ["undefined", "true"]],
      ["p", () => [0.25, 0.25, 0.5], ["undefined"]],
    ],
  },
  {
    name: "setState",
    call: (random, state) => random.setState(state),
    arguments: [["state", () => saved]],
  },
  {
    name: "setState with parts of a state",
    call: (random, words, spare) => {
      random.setState({ words, spare });
      return null;
    },
    arguments: [
      ["words", () => saved.words],
      ["spare", () => saved.spare, ["null", "-1", "0.5"]],
    ],
  },
  {
    name: "setState with a position",
    call: (random, position) => random.setState(savedWith(0, position)),
    arguments: [["position", () => 0]],
  },
  {
    name: "setState with a word",
    call: (random, word) => {
      random.setState(savedWith(5, word));
      return null;
    },
    arguments: [["word", () => 0, ["-1"]]],
  },
]);
