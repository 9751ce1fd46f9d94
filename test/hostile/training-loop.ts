import {
  accuracy,
  type Computed,
  fit,
  Layer,
  Matrix,
  type Parameter,
  type Progress,
  parameter,
  RandomState,
  SGD,
  softmaxCrossEntropy,
  type TrainingStep,
  train,
} from "spiralnet";
import { type Hostile, matrices, matrix, noOptions } from "../support/hostile-values.js";
import type { Entry } from "../support/test-hostile-values.js";
import { numbersOf } from "./layers.js";

/** A layer that takes any columns. */
class Scale extends Layer {
  override readonly elementwise = true;
  readonly factor: Parameter = parameter("factor", Matrix.full(1, 1, 0.1), "weight");
  override readonly parameters = [this.factor];

  protected override compute(x: Matrix): Computed {
    const factor = this.factor.value.get(0, 0);
    return {
      y: x.multiply(factor),
      back: (gradient) => {
        this.factor.gradient.addInPlace(gradient.multiply(x).sum());
        return gradient.multiply(factor);
      },
    };
  }
}

function made() {
  const model = new Scale();
  const optimizer = new SGD(model.parameters, { learningRate: 0.1 });
  const random = new RandomState(0);
  const data = { x: matrix(), y: [0, 1, 2] };
  const validation = { x: matrix(), y: [2, 1, 0] };
  const required = { model, optimizer, loss: softmaxCrossEntropy, data, epochs: 2 };
  return { random, required, options: { ...required, validation, batchSize: 2, random } };
}

type Made = ReturnType<typeof made>;

const observe = ({ required: { model, optimizer }, random }: Made) => [
  numbersOf(model.parameters),
  optimizer.steps,
  optimizer.learningRate,
  random.getState(),
];

/** Stands for what is right. It can't be made before the rest of the training. */
const RIGHT = Symbol("right");

/** An entry for one option: a training is made with it, and its first step. */
function option(name: string, takes: readonly Hostile[] = []): Entry {
  return {
    name: `train with another ${name}`,
    subject: made,
    observe,
    call: ({ options }: Made, value: unknown) =>
      train(value === RIGHT ? options : { ...options, [name]: value as never }).next().done,
    arguments: [[name, () => RIGHT, takes]],
  };
}

/** A progress in the middle of an epoch, and the options of its training. */
function started() {
  const { options, ...rest } = made();
  const metrics = { accuracy };
  const all = { ...options, metrics };
  const { value } = train(all).next();
  return { ...rest, options: all, progress: (value as TrainingStep).progress };
}

/** An entry for a part of a progress. */
function part(name: keyof Progress, takes: readonly Hostile[] = []): Entry {
  return {
    name: `train from a progress with another ${name}`,
    subject: started,
    observe,
    call: ({ options, progress }: ReturnType<typeof started>, value: unknown) => {
      const from = value === RIGHT ? progress : { ...progress, [name]: value };
      return train({ ...options, from: from as Progress }).next().done;
    },
    arguments: [[name, () => RIGHT, takes]],
  };
}

const labels: readonly Hostile[] = ["a frozen array", "an array of getters"];

export const trainingLoop: readonly Entry[] = [
  ...Object.entries({ train, fit }).map(([name, f]) => ({
    name,
    subject: made,
    observe,
    call: ({ required }: Made, value: unknown) => f(value === RIGHT ? required : (value as never)) && null,
    arguments: [["options", () => RIGHT]] as Entry["arguments"],
  })),
  option("model"),
  option("loss"),
  option("optimizer"),
  option("data"),
  option("epochs", ["2 ** 40"]),
  option("batchSize", ["2 ** 40"]),
  option("dropLast", ["undefined", "true"]),
  option("random", ["undefined", "a generator of NaN"]),
  option("regularizers", ["undefined", "an empty array"]),
  option("schedule", ["undefined", "a function"]),
  option("clip", ["undefined"]),
  option("maxNorm", ["undefined"]),
  option("metrics", [...noOptions, "a generator that only has randn"]), // which is a record of functions
  option("validation", ["undefined"]),
  option("keepBest", ["undefined", "true"]),
  option("patience", ["undefined", "Infinity", "2 ** 40"]),
  option("from", ["undefined"]),
  ...(["data", "validation"] as const).map((name) => ({
    name: `train with other parts of ${name}`,
    subject: made,
    observe,
    call: ({ options }: Made, x: never, y: never) => train({ ...options, [name]: { x, y } }).next().done,
    arguments: [
      ["x", matrix, matrices],
      ["y", () => [0, 1, 2], [...labels, ...matrices]],
    ] as Entry["arguments"],
  })),
  part("step", ["2 ** 40"]),
  part("epoch"),
  part("batch"),
  part("rows"),
  part("batchSize"),
  part("order"),
  part("means"),
  part("best", ["null"]),
];
