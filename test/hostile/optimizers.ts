import { Adagrad, Adam, AdamW, type Optimizer, type Parameter, parameter, RMSProp, SGD } from "spiralnet";
import { type Hostile, matrix } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { numbersOf } from "./layers.js";
import { twoParameters, withParts } from "./parameters.js";

type Made = new (parameters: readonly Parameter[], options: never) => Optimizer;

/** Finite numbers of at least 0, besides what is right. */
const nonNegative: readonly Hostile[] = ["undefined", "0.5", "2 ** 40", "2 ** 53"];
const fraction: readonly Hostile[] = ["undefined", "0.5"];

const momentum: Argument = ["momentum", () => 0.9, nonNegative];
const epsilon: Argument = ["epsilon", () => 1e-8, nonNegative];

/** What each optimizer takes besides the learning rate and the weight decay. */
const optimizers: readonly [name: string, made: Made, options: readonly Argument[]][] = [
  ["SGD", SGD, [momentum, ["dampening", () => 0, nonNegative], ["nesterov", () => false, ["undefined"]]]],
  ["RMSProp", RMSProp, [momentum, epsilon, ["decay", () => 0, fraction]]],
  ["Adagrad", Adagrad, [epsilon, ["initialAccumulator", () => 0, nonNegative]]],
  ["Adam", Adam, [epsilon, ["beta1", () => 0, fraction], ["beta2", () => 0, fraction]]],
  ["AdamW", AdamW, [epsilon, ["beta1", () => 0, fraction], ["beta2", () => 0, fraction]]],
];

const common: readonly Argument[] = [
  ["learningRate", () => 1, nonNegative.slice(1)],
  ["weightDecay", () => 0, nonNegative],
  ["decayBiases", () => true, ["undefined", "true"]],
];

const settable: readonly Argument[] = [
  ["learningRate", () => 1, nonNegative.slice(1)],
  ["steps", () => 1, ["2 ** 40"]],
];

const observe = ({ parameters, optimizer }: { parameters: readonly Parameter[]; optimizer: Optimizer }) => [
  numbersOf(parameters),
  optimizer.steps,
  optimizer.learningRate,
  optimizer.state,
];

const make = (Made: Made, parameters: readonly Parameter[], given: object) =>
  new Made(parameters, given as never);

/** Entries for what an optimizer has of its own. */
function ownEntries([name, Made, options]: (typeof optimizers)[number]): Entry[] {
  return [
    {
      name: `new ${name}`,
      call: (_random, parameters, given) => make(Made, parameters, given).steps,
      arguments: [
        ["parameters", twoParameters, ["an empty array"]],
        ["options", () => ({ learningRate: 1 })],
      ],
    },
    ...options.map((argument) => ({
      name: `new ${name} with parts of its options: ${argument[0]}`,
      subject: twoParameters,
      observe: numbersOf,
      call: (own: Parameter[], value: never) =>
        make(Made, own, { learningRate: 1, [argument[0]]: value }).steps,
      arguments: [argument],
    })),
  ];
}

/** Entries for what all optimizers have from their base class. */
function commonEntries(name: string, Made: Made, kept: object): Entry[] {
  const subject = () => {
    const parameters = twoParameters();
    return { parameters, optimizer: make(Made, parameters, { learningRate: 0.5, ...kept }) };
  };
  return [
    ...ownEntries([name, Made, common]).slice(1),
    {
      name: `new ${name} with a parameter`,
      call: (_random, own) => make(Made, [own], { learningRate: 1 }).steps,
      arguments: [["parameter", () => parameter("first", matrix(), "weight")]],
    },
    ...settable.map((argument) => ({
      name: `${name}.${argument[0]}`,
      subject,
      observe,
      call: ({ optimizer }: ReturnType<typeof subject>, value: never) =>
        Object.assign(optimizer, { [argument[0]]: value }).steps,
      arguments: [argument],
    })),
    ...withParts(`${name}.step`, subject, observe, ({ optimizer, parameters }) => {
      optimizer.step();
      return numbersOf(parameters);
    }),
  ];
}

export const optimizerEntries: readonly Entry[] = [
  ...optimizers.flatMap(ownEntries),
  ...commonEntries("SGD", SGD, {}),
  ...commonEntries("AdamW", AdamW, { weightDecay: 0.1 }),
];
