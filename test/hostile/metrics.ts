import { confusionMatrix, f1, precision, r2, recall, topKAccuracy } from "spiralnet";
import { matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const scores: Argument = ["scores", matrix, matrices];
const labels: Argument = ["labels", () => [2, 0, 1], ["a frozen array", "an array of getters"]];

export const metrics: readonly Entry[] = [
  {
    name: "topKAccuracy",
    call: (_random, x, y, k) => topKAccuracy(x, y, k),
    arguments: [scores, labels, ["k", () => 2]],
  },
  {
    name: "confusionMatrix",
    call: (_random, x, y, options) => confusionMatrix(x, y, options),
    arguments: [scores, labels, ["options", () => ({ classes: ["a", "b", "c"] }), noOptions]],
  },
  {
    name: "confusionMatrix with parts of its options",
    call: (_random, classes) => confusionMatrix(matrix(), [2, 0, 1], { classes }),
    arguments: [["classes", () => ["a", "b", "c"], ["undefined"]]],
  },
  ...Object.entries({ precision, recall, f1 }).flatMap(([name, metric]): Entry[] => [
    {
      name,
      call: (_random, x, y, options) => metric(x, y, options),
      arguments: [scores, labels, ["options", () => ({ average: "micro" }), noOptions]],
    },
    {
      name: `${name} with parts of its options`,
      call: (_random, average) => metric(matrix(), [2, 0, 1], { average }),
      arguments: [["average", () => "weighted", ["undefined"]]],
    },
  ]),
  {
    name: "r2",
    call: (_random, predictions, targets) => r2(predictions, targets),
    arguments: [
      ["predictions", matrix, matrices],
      ["targets", matrix, matrices],
    ],
  },
];
