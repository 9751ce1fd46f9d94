import {
  type Checkpoint,
  checkpointFromJSON,
  Dense,
  fromSafetensors,
  type Layer,
  Matrix,
  RandomState,
  restore,
  type Sequential,
  SGD,
  sequential,
  stateOf,
  toSafetensors,
} from "spiralnet";
import { progress as withBest } from "../checkpoints/support/training.js";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Argument, Entry } from "../support/test-hostile-values.js";
import { numbersOf } from "./layers.js";

/** Without matrices, so that other progress in its place leaves none over. */
const progress = { ...withBest, best: null };

/** A training whose numbers depend on a seed. */
function training(seed: number) {
  const random = new RandomState(seed);
  const model = sequential(new Dense(3, 3, { random })) as Sequential;
  const optimizer = new SGD(model.parameters, { learningRate: seed / 10, momentum: 0.9 });
  optimizer.steps = seed;
  const scaler = { state: { means: random.randn(1, 3) } };
  return { model, optimizer, random, scaler };
}

type Training = ReturnType<typeof training>;

const observe = ({ model, optimizer, random, scaler }: Training) => [
  numbersOf(model.parameters),
  optimizer,
  random.getState(),
  scaler,
];

const saved = (): Checkpoint => {
  const { model, ...others } = training(1);
  return stateOf(model, { ...others, progress, metadata: { x: matrix() } });
};
const parsed = () => JSON.parse(JSON.stringify(saved()));
const subject = () => training(2);

/** What plain data may hold. */
const data: readonly Hostile[] = [
  "null",
  "true",
  "NaN",
  "Infinity",
  "-1",
  "0.5",
  "2 ** 40",
  "2 ** 53",
  "a string",
  "an empty string",
  "a very long string",
  "an object",
  "an object without prototype",
  "an object with a text",
  "a Proxy",
  "an empty array",
  "an array of null",
  "an array of an array",
  "ragged rows",
  "a frozen array",
  "an array of getters",
  "an array-like",
  "a negative length",
  ...matrices,
];
const records: readonly Hostile[] = [
  "an object",
  "an object without prototype",
  "an object with a text",
  "a Proxy",
  "an array-like",
  "a negative length",
];
const numbers: readonly Hostile[] = ["2 ** 40", "0.5", "2 ** 53"];

/** An entry for each field of a checkpoint. Fields other than the first two may be missing, unless all are `needed`. */
function withFields(
  name: string,
  needed: boolean,
  call: (on: Training, checkpoint: never) => unknown,
): Entry[] {
  const fields: readonly Argument[] = [
    ["version", () => 1],
    ["matrices", () => saved().matrices],
    [
      "generators",
      () => saved().generators,
      needed ? [] : ["undefined", "an object", "an object without prototype", "a Proxy"],
    ],
    ["optimizer", () => saved().optimizer, needed ? [] : ["undefined"]],
    ["progress", () => saved().progress, ["undefined", ...records]],
  ];
  return fields.map((argument) => ({
    name: `${name} with another ${argument[0]}`,
    subject,
    observe,
    call: (on: Training, value: never) => call(on, { ...saved(), [argument[0]]: value } as never),
    arguments: [argument],
  }));
}

const takeBack = ({ model, ...others }: Training, checkpoint: never) =>
  restore(model, checkpoint, others).progress?.step ?? null;

export const checkpoints: readonly Entry[] = [
  {
    name: "stateOf",
    call: (_random, model, options) => Object.keys(stateOf(model, options).matrices),
    arguments: [
      ["model", () => training(1).model],
      ["options", () => ({ metadata: {} }), noOptions],
    ],
  },
  ...(["optimizer", "random", "scaler", "progress", "metadata"] as const).map((option) => ({
    name: `stateOf with parts of its options: ${option}`,
    subject,
    observe,
    call: ({ model }: Training, value: never) => Object.keys(stateOf(model, { [option]: value }).matrices),
    arguments: [
      [
        option,
        () => ({ ...training(1), progress, metadata: {} })[option],
        option === "progress" || option === "metadata"
          ? ["undefined", ...records]
          : option === "random"
            ? ["undefined", "a generator of NaN"]
            : ["undefined"],
      ] as Argument,
    ],
  })),
  {
    name: "stateOf with a datum in metadata",
    call: (_random, datum) => stateOf(training(1).model, { metadata: { datum } }).version,
    arguments: [["datum", () => 5, ["undefined", ...data]]],
  },
  ...(["steps", "learningRate", "state"] as const).map((part) => ({
    name: `stateOf with an optimizer of other ${part}`,
    call: (_random: never, value: never) => {
      const { model, optimizer } = training(1);
      const { state, steps, learningRate } = optimizer;
      const other = { state, steps, learningRate, [part]: value };
      return stateOf(model, { optimizer: other as never }).version;
    },
    arguments: [
      [
        part,
        () => training(1).optimizer[part],
        {
          steps: ["2 ** 40"] as const,
          learningRate: numbers,
          state: ["an object", "an object without prototype", "a Proxy"] as const,
        }[part],
      ] as Argument,
    ],
  })),
  {
    name: "stateOf with a matrix of a scaler",
    call: (_random, means) => stateOf(training(1).model, { scaler: { state: { means } } }).version,
    arguments: [["means", matrix, matrices]],
  },
  {
    name: "restore",
    subject,
    observe,
    call: ({ model }: Training, checkpoint, options) => restore(model, checkpoint, options).progress?.step,
    arguments: [
      ["checkpoint", saved],
      ["options", () => ({}), noOptions],
    ],
  },
  {
    name: "restore to a model",
    call: (_random, model: Layer) => restore(model, saved()).progress?.step,
    arguments: [["model", () => training(2).model]],
  },
  ...(["optimizer", "random", "scaler"] as const).map((option) => ({
    name: `restore with parts of its options: ${option}`,
    subject,
    observe,
    call: ({ model }: Training, value: never) => restore(model, saved(), { [option]: value }).progress?.step,
    arguments: [
      [
        option,
        () => training(2)[option],
        option === "random" ? ["undefined", "a generator of NaN"] : ["undefined"],
      ] as Argument,
    ],
  })),
  ...withFields("restore", true, takeBack),
  {
    name: "restore with a matrix of the checkpoint",
    subject,
    observe,
    call: (on: Training, weights) => {
      const checkpoint = saved();
      return takeBack(on, {
        ...checkpoint,
        matrices: { ...checkpoint.matrices, "0.weights": weights },
      } as never);
    },
    arguments: [["weights", matrix, matrices]],
  },
  {
    name: "restore with a datum of the checkpoint",
    subject,
    observe,
    call: (on: Training, datum) => takeBack(on, { ...saved(), progress: { datum } } as never),
    arguments: [["datum", () => 5, data.filter((name) => !["NaN", "Infinity", ...matrices].includes(name))]],
  },
  {
    name: "checkpointFromJSON",
    call: (_random, json) => checkpointFromJSON(json).version,
    arguments: [["json", parsed]],
  },
  {
    name: "checkpointFromJSON with another matrix",
    call: (_random, json) => checkpointFromJSON({ version: 1, matrices: { json } }).version,
    arguments: [["json", () => Matrix.zeros(1, 1).toJSON()]],
  },
  ...withFields("toSafetensors", false, (_on, checkpoint) => toSafetensors(checkpoint).length),
  {
    name: "toSafetensors",
    call: (_random, checkpoint, options) => toSafetensors(checkpoint, options).length,
    arguments: [
      ["checkpoint", saved],
      ["options", () => ({ dtype: "float32" }), noOptions],
    ],
  },
  {
    name: "toSafetensors with parts of its options",
    call: (_random, dtype) => toSafetensors(saved(), { dtype }).length,
    arguments: [["dtype", () => "float64", ["undefined"]]],
  },
  {
    name: "fromSafetensors",
    call: (_random, bytes) => fromSafetensors(bytes).version,
    arguments: [["bytes", () => toSafetensors(saved())]],
  },
];
