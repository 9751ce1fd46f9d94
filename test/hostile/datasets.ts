import { spiral } from "spiralnet";
import type { Entry } from "../support/test-hostile-values.js";

export const datasets: readonly Entry[] = [
  {
    name: "spiral",
    call: (_random, options) => spiral(options),
    arguments: [["options", () => ({ classes: 3, pointsPerClass: 4 })]],
  },
  {
    name: "spiral with parts of its options",
    call: (random, classes, pointsPerClass, noise) => spiral({ classes, pointsPerClass, noise, random }),
    arguments: [
      ["classes", () => 3],
      ["pointsPerClass", () => 4],
      ["noise", () => 0.2, ["undefined", "0.5", "2 ** 40", "2 ** 53"]],
    ],
  },
  {
    name: "spiral with a generator",
    call: (_random, random) => spiral({ classes: 3, pointsPerClass: 4, random }),
    arguments: [["random", () => undefined, ["undefined"]]],
  },
];
