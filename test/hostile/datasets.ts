import { blobs, circles, iris, moons, regressionPlane, spiral, xor } from "spiralnet";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const points: Argument = ["points", () => 4];
const positive: readonly Hostile[] = ["undefined", "0.5", "2 ** 40", "2 ** 53"];
const noise: Argument = ["noise", () => 0.2, positive];
const shuffle: Argument = ["shuffle", () => true, ["undefined", "true"]];
const random: Argument = ["random", () => undefined, ["undefined"]];

export const datasets: readonly Entry[] = [
  {
    name: "spiral",
    call: (_random, options) => spiral(options),
    arguments: [["options", () => ({ classes: 3, pointsPerClass: 4 })]],
  },
  {
    name: "spiral with parts of its options",
    call: (random, classes, pointsPerClass, noise, turns) =>
      spiral({ classes, pointsPerClass, noise, turns, random }),
    arguments: [["classes", () => 3], ["pointsPerClass", () => 4], noise, ["turns", () => 2.5, positive]],
  },
  {
    name: "spiral with a generator",
    call: (_random, random) => spiral({ classes: 3, pointsPerClass: 4, random }),
    arguments: [random],
  },
  ...Object.entries({ moons, circles }).flatMap(([name, make]): Entry[] => [
    {
      name,
      call: (_random, options) => make(options),
      arguments: [["options", () => ({ points: 4 })]],
    },
    {
      name: `${name} with parts of its options`,
      call: (random, points, noise, shuffle) => make({ points, noise, shuffle, random }),
      arguments: [points, noise, shuffle],
    },
    {
      name: `${name} with a generator`,
      call: (_random, random) => make({ points: 4, shuffle: false, random }),
      arguments: [random],
    },
  ]),
  {
    name: "circles with a factor",
    call: (random, factor) => circles({ points: 4, factor, random }),
    arguments: [["factor", () => 0.3, ["undefined", "0.5"]]],
  },
  {
    name: "blobs",
    call: (_random, options) => blobs(options),
    arguments: [["options", () => ({ points: 4 })]],
  },
  {
    name: "blobs with parts of its options",
    call: (random, points, centers, deviation, shuffle) =>
      blobs({ points, centers, deviation, shuffle, random }),
    arguments: [
      points,
      ["centers", matrix, ["undefined", ...matrices]],
      ["deviation", () => 1, ["a frozen array", "an array of getters", ...positive]],
      shuffle,
    ],
  },
  {
    name: "blobs with a generator",
    call: (_random, random) => blobs({ points: 4, random }),
    arguments: [random],
  },
  {
    name: "xor",
    call: (_random, options) => xor(options),
    arguments: [["options", () => ({ pointsPerCorner: 4 }), noOptions]],
  },
  {
    name: "xor with parts of its options",
    call: (random, pointsPerCorner, noise) => xor({ pointsPerCorner, noise, random }),
    arguments: [["pointsPerCorner", () => 2, ["undefined"]], noise],
  },
  {
    name: "xor with a generator",
    call: (_random, random) => xor({ random }),
    arguments: [random],
  },
  {
    name: "regressionPlane",
    call: (_random, options) => regressionPlane(options),
    arguments: [["options", () => ({ points: 4 })]],
  },
  {
    name: "regressionPlane with parts of its options",
    call: (random, points, noise) => regressionPlane({ points, noise, random }),
    arguments: [points, noise],
  },
  {
    name: "regressionPlane with a generator",
    call: (_random, random) => regressionPlane({ points: 4, random }),
    arguments: [random],
  },
  { name: "iris", call: () => iris(), arguments: [] },
];
