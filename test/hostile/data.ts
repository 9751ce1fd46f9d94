import { batches, type RandomState } from "spiralnet";
import { matrices, matrix } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const examples = () => ({ x: matrix(), y: [0, 1, 1] });
const x: Argument = ["x", matrix, matrices];
const y: Argument = ["y", () => [0, 1, 1], [...matrices, "a frozen array", "an array of getters"]];

export const data: readonly Entry[] = [
  {
    name: "batches",
    call: (_random, data, options) => [...batches(data, options)],
    arguments: [
      ["data", examples],
      ["options", () => ({ size: 2 })],
    ],
  },
  {
    name: "batches of parts",
    call: (random: RandomState, x, y) => [...batches({ x, y }, { size: 2, random })],
    arguments: [x, y],
  },
  {
    name: "batches with parts of its options",
    call: (_random, size, random, dropLast) => [...batches(examples(), { size, random, dropLast })],
    arguments: [
      ["size", () => 2, ["2 ** 40"]],
      ["random", () => undefined, ["undefined", "a generator of NaN"]],
      ["dropLast", () => false, ["undefined", "true"]],
    ],
  },
];
