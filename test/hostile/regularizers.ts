import { L2 } from "spiralnet";
import type { Hostile } from "../support/hostile-values.js";
import type { Entry } from "../support/test-hostile-values.js";
import { ofParameters } from "./parameters.js";

const positive: readonly Hostile[] = ["0.5", "2 ** 40", "2 ** 53"];

export const regularizers: readonly Entry[] = [
  {
    name: "new L2",
    call: (_random, strength) => new L2(strength).strength,
    arguments: [["strength", () => 0.1, positive]],
  },
  ...ofParameters("L2.penalty", (parameters) => new L2(0.1).penalty(parameters)),
  ...ofParameters("L2.apply", (parameters) => new L2(0.1).apply(parameters)),
];
