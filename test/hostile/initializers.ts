import {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  lecunNormal,
  lecunUniform,
  normal,
  orthogonal,
  RandomState,
  zeros,
} from "spiralnet";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const widths: readonly Argument[] = [
  ["inputs", () => 2],
  ["outputs", () => 3],
];
const generator: Argument = ["random", () => new RandomState(1)];

export const initializers: readonly Entry[] = [
  ...Object.entries({
    heNormal,
    heUniform,
    glorotNormal,
    glorotUniform,
    lecunNormal,
    lecunUniform,
    "normal(0.1)": normal(0.1),
    "orthogonal()": orthogonal(),
  }).flatMap(([name, initializer]) => {
    return [
      {
        name,
        call: (random: RandomState, inputs: never, outputs: never) => initializer(inputs, outputs, random),
        arguments: widths,
      },
      {
        name: `${name} with a generator`,
        call: (_random: RandomState, random: never) => initializer(2, 3, random),
        arguments: [generator],
      },
    ];
  }),
  {
    name: "normal",
    call: (random, std) => normal(std)(2, 3, random),
    arguments: [["std", () => 1, ["0.5", "2 ** 40", "2 ** 53"]]],
  },
  {
    name: "orthogonal",
    call: (random, gain) => orthogonal(gain)(2, 3, random),
    arguments: [["gain", () => 1, ["undefined", "0.5", "2 ** 40", "2 ** 53"]]],
  },
  { name: "zeros", call: (_random, inputs, outputs) => zeros(inputs, outputs), arguments: widths },
];
