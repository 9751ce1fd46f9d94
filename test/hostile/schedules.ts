import {
  constant,
  cosine,
  exponentialDecay,
  linearWarmup,
  oneCycle,
  type Schedule,
  sequence,
  stepDecay,
} from "spiralnet";
import type { Hostile } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";

const rates: readonly Hostile[] = ["0.5", "2 ** 40", "2 ** 53"];
const rate: Argument = ["rate", () => 0.1, rates];
const steps: Argument = ["steps", () => 5, ["2 ** 40"]];
const own: readonly Hostile[] = ["a function"];

type Make = (rate: never, options: never) => Schedule;

/** Each function of a rate and options, right options, and each option with what it may be besides. */
const makers: readonly [
  name: string,
  make: Make,
  options: object,
  each: readonly Argument[],
  rate?: Argument,
][] = [
  [
    "stepDecay",
    stepDecay,
    { every: 5 },
    [
      ["every", () => 5, ["2 ** 40"]],
      ["factor", () => 0.5, ["undefined", ...rates]],
    ],
  ],
  [
    "exponentialDecay",
    exponentialDecay,
    { factor: 0.5 },
    [
      ["every", () => 5, ["undefined", "2 ** 40"]],
      ["factor", () => 0.5, rates],
    ],
  ],
  ["cosine", cosine, { steps: 5 }, [steps, ["minimum", () => 0, ["undefined", ...rates]]]],
  [
    "linearWarmup",
    linearWarmup,
    { steps: 5 },
    [steps, ["from", () => 0, ["undefined", ...rates]]],
    ["rate", () => 0.1, [...rates, ...own]],
  ],
  [
    "oneCycle",
    oneCycle,
    { steps: 5 },
    [
      steps,
      ["warmup", () => 0.3, ["undefined", "0.5"]],
      ["from", () => 0, ["undefined", ...rates]],
      ["minimum", () => 0, ["undefined", ...rates]],
    ],
  ],
];

function entriesOf([name, make, options, each, of = rate]: (typeof makers)[number]): Entry[] {
  const sample = (by: unknown, given: unknown) => make(by as never, given as never)(0);
  return [
    {
      name,
      call: (_random, by, given) => sample(by, given),
      arguments: [of, ["options", () => options]],
    },
    ...each.map((argument) => ({
      name: `${name} with parts of its options: ${argument[0]}`,
      call: (_random: never, value: never) => sample(0.1, { ...options, [argument[0]]: value }),
      arguments: [argument],
    })),
    {
      name: `${name} at a step`,
      call: (_random, step) => make(0.1 as never, options as never)(step),
      arguments: [["step", () => 3, ["2 ** 40"]]],
    },
  ];
}

export const schedules: readonly Entry[] = [
  { name: "constant", call: (_random, by) => constant(by)(0), arguments: [rate] },
  {
    name: "constant at a step",
    call: (_random, step) => constant(1)(step),
    arguments: [["step", () => 0, ["2 ** 40"]]],
  },
  ...makers.flatMap(entriesOf),
  {
    name: "sequence",
    call: (_random, first, count, next) => [0, 5].map(sequence(first, count, next)),
    arguments: [
      ["first", () => constant(1), own],
      ["steps", () => 5, ["2 ** 40"]],
      ["next", () => constant(1), own],
    ],
  },
];
