import { clipGradients, ElasticNet, L1, L2, MaxNorm } from "spiralnet";
import type { Hostile } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { ofParameters, twoParameters } from "./parameters.js";

const positive: readonly Hostile[] = ["0.5", "2 ** 40", "2 ** 53"];
const strength: Argument = ["strength", () => 0.1, positive];

export const regularizers: readonly Entry[] = [
  ...[L1, L2].flatMap((Made) => [
    {
      name: `new ${Made.name}`,
      call: (_random: never, value: never) => new Made(value).strength,
      arguments: [strength],
    },
    ...ofParameters(`${Made.name}.penalty`, (parameters) => new Made(0.1).penalty(parameters)),
    ...ofParameters(`${Made.name}.apply`, (parameters) => new Made(0.1).apply(parameters)),
  ]),
  {
    name: "new ElasticNet",
    call: (_random, options) => new ElasticNet(options).l1,
    arguments: [["options", () => ({ l1: 0.1, l2: 0.1 })]],
  },
  ...(["l1", "l2"] as const).map((option) => ({
    name: `new ElasticNet with parts of its options: ${option}`,
    call: (_random: never, value: never) => new ElasticNet({ l1: 0.1, l2: 0.1, [option]: value }).l1,
    arguments: [strength],
  })),
  ...ofParameters("ElasticNet.apply", (parameters) => new ElasticNet({ l1: 1, l2: 1 }).apply(parameters)),
  {
    name: "new MaxNorm",
    call: (_random, limit) => new MaxNorm(limit).limit,
    arguments: [["limit", () => 3, positive]],
  },
  ...ofParameters("MaxNorm.apply", (parameters) => {
    new MaxNorm(3).apply(parameters);
    return null;
  }),
  ...ofParameters("clipGradients", (parameters) => clipGradients(parameters, { norm: 1 })),
  {
    name: "clipGradients with options",
    call: (_random, options) => clipGradients(twoParameters(), options),
    arguments: [["options", () => ({ value: 1 })]],
  },
  ...(["value", "norm"] as const).map((option) => ({
    name: `clipGradients with parts of its options: ${option}`,
    call: (_random: never, value: never) => clipGradients(twoParameters(), { [option]: value } as never),
    arguments: [["limit", () => 1, positive] as Argument],
  })),
];
