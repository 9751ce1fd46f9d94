import { batches, kFolds, type RandomState, Standardizer, trainTestSplit } from "spiralnet";
import { matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const examples = () => ({ x: matrix(), y: [0, 1, 1] });
const x: Argument = ["x", matrix, matrices];
const y: Argument = ["y", () => [0, 1, 1], [...matrices, "a frozen array", "an array of getters"]];
const generator: Argument = ["random", () => undefined, ["undefined", "a generator of NaN"]];
const stratify: Argument = ["stratify", () => false, ["undefined", "true"]];

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
    arguments: [["size", () => 2, ["2 ** 40"]], generator, ["dropLast", () => false, ["undefined", "true"]]],
  },
  {
    name: "trainTestSplit",
    call: (_random, data, options) => trainTestSplit(data, options),
    arguments: [
      ["data", examples],
      ["options", () => ({ testSize: 1 })],
    ],
  },
  {
    name: "trainTestSplit of parts",
    call: (random: RandomState, x, y) => trainTestSplit({ x, y }, { testSize: 1, random }),
    arguments: [x, y],
  },
  {
    name: "trainTestSplit with parts of its options",
    call: (_random, testSize, random, stratify) => trainTestSplit(examples(), { testSize, random, stratify }),
    arguments: [["testSize", () => 2], generator, stratify],
  },
  {
    name: "trainTestSplit with a share",
    call: (random, testShare) => trainTestSplit(examples(), { testShare, random }),
    arguments: [["testShare", () => 0.3, ["0.5"]]],
  },
  {
    name: "kFolds",
    call: (_random, data, k, options) => [...kFolds(data, k, options)],
    arguments: [
      ["data", examples],
      ["k", () => 2],
      ["options", () => ({ stratify: true }), noOptions],
    ],
  },
  {
    name: "kFolds of parts",
    call: (random: RandomState, x, y) => [...kFolds({ x, y }, 2, { random })],
    arguments: [x, y],
  },
  {
    name: "kFolds with parts of its options",
    call: (_random, random, stratify) => [...kFolds(examples(), 3, { random, stratify })],
    arguments: [generator, stratify],
  },
  {
    name: "new Standardizer",
    call: (_random, width) => new Standardizer(width),
    arguments: [["width", () => 3]],
  },
  {
    name: "Standardizer.fit",
    call: (_random, x) => Standardizer.fit(x).state,
    arguments: [x],
  },
  ...(["transform", "inverse"] as const).map(
    (method): Entry => ({
      name: `Standardizer.${method}`,
      subject: () => Standardizer.fit(matrix()),
      observe: ({ state }: Standardizer) => state,
      call: (scaler: Standardizer, x) => scaler[method](x),
      arguments: [x],
    }),
  ),
];
