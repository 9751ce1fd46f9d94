import {
  accuracy,
  Dense,
  fit,
  L2,
  Matrix,
  RandomState,
  SGD,
  ShapeError,
  softmaxCrossEntropy,
  train,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { numbersOf } from "./support/numbers.js";
import { problem } from "./support/problem.js";

const made = problem();
const right = { ...made.options, epochs: 3 };
const { model, data } = right;
const other = new Dense(2, 3);

/** Options that are right but for some, which may be anything. */
const failures: [
  title: string,
  options: object,
  kind: new (...args: never[]) => Error,
  ...parts: string[],
][] = [
  ["no options", { model: undefined }, TypeError, "model is undefined; expected a layer"],
  ["no loss", { loss: undefined }, TypeError, "loss is undefined; expected a function such as softmaxCross"],
  [
    "no optimizer",
    { optimizer: undefined },
    TypeError,
    "optimizer is undefined; expected an optimizer such as",
  ],
  ["no data", { data: undefined }, TypeError, "data is undefined; expected an object { x, y }"],
  [
    "no epochs",
    { epochs: undefined },
    TypeError,
    "epochs is undefined; expected a safe integer of at least 0",
  ],
  ["a misspelt option", { batchsize: 10 }, TypeError, 'unknown option "batchsize"; expected model, loss,'],
  ["fractional epochs", { epochs: 1.5 }, RangeError, "epochs is 1.5"],
  ["an optimizer class", { optimizer: SGD }, TypeError, "optimizer is a class SGD"],
  [
    "an optimizer that makes no steps",
    { optimizer: { learningRate: 1, parameters: model.parameters } },
    TypeError,
    "expected an optimizer such as new SGD(model.parameters, { ... })",
  ],
  [
    "an optimizer without a learning rate",
    { optimizer: { step: () => {}, parameters: model.parameters } },
    TypeError,
    "expected an optimizer such as new SGD(model.parameters, { ... })",
  ],
  [
    "an optimizer without parameters",
    { optimizer: { step: () => {}, learningRate: 1 } },
    TypeError,
    "optimizer: parameters is undefined; expected an array of parameters",
  ],
  [
    "the optimizer of another model",
    { optimizer: new SGD(other.parameters, { learningRate: 1 }) },
    TypeError,
    "the optimizer changes weights, which is no parameter of the model",
    "made with the parameters of this model",
  ],
  [
    "columns that the model does not take",
    { data: { x: Matrix.zeros(60, 3), y: data.y } },
    ShapeError,
    "data: x is 60 x 3, what it takes is 60 x 2: x has 3 columns, the layer takes 2",
  ],
  [
    "too few labels",
    { data: { x: data.x, y: data.y.slice(1) } },
    ShapeError,
    "data: x is 60 x 2, y is 59 x 1: one label is needed for each row",
  ],
  ["no rows", { data: { x: Matrix.zeros(0, 2), y: [] } }, RangeError, "the number of examples is 0"],
  [
    "data with NaN",
    { data: { x: data.x.divide(0), y: data.y } },
    RangeError,
    "data: x[0, 0] is NaN; expected finite numbers",
  ],
  [
    "a label that fits no column",
    { data: { x: data.x, y: data.y.map((label, i) => (i === 59 ? 3 : label)) }, batchSize: 10 },
    RangeError,
    "softmaxCrossEntropy: labels[59] is 3; expected an integer from 0 to 2",
  ],
  [
    "a loss that returns a number",
    { loss: () => 1 },
    TypeError,
    "what loss returned is 1; expected an object with loss and gradient",
  ],
  [
    "a loss that returns null",
    { loss: () => null },
    TypeError,
    "what loss returned is null; expected an object with loss and gradient",
  ],
  [
    "a loss that is a text",
    { loss: (scores: Matrix) => ({ loss: "1", gradient: scores }) },
    TypeError,
    'the loss is "1"; expected a number',
  ],
  [
    "a loss without a gradient",
    { loss: () => ({ loss: 1 }) },
    TypeError,
    "the gradient of the loss is undefined; expected a Matrix",
  ],
  [
    "a loss with a gradient of another shape",
    { loss: () => ({ loss: 1, gradient: Matrix.zeros(60, 2) }) },
    ShapeError,
    "the gradient of the loss is 60 x 2, the outputs is 60 x 3",
  ],
  ["a batchSize of 0", { batchSize: 0 }, RangeError, "batchSize is 0; expected a safe integer of at least 1"],
  [
    "a batch that is never full",
    { batchSize: 61, dropLast: true },
    RangeError,
    "batchSize is 61; expected at most 60, the rows of data, if dropLast is true",
  ],
  [
    "random for a full batch",
    { random: new RandomState(0) },
    TypeError,
    "random is given without batchSize; expected both, for mini-batches, or neither",
  ],
  ["dropLast for a full batch", { dropLast: true }, TypeError, "dropLast is given without batchSize"],
  [
    "a number for dropLast",
    { batchSize: 10, dropLast: 1 },
    TypeError,
    "dropLast is 1; expected true or false",
  ],
  ["a seed", { batchSize: 10, random: 0 }, TypeError, "random is 0; expected a RandomState"],
  [
    "one regularizer",
    { regularizers: new L2(1) },
    TypeError,
    "regularizers is an object of type L2",
    "an array",
  ],
  [
    "a strength",
    { regularizers: [0.1] },
    TypeError,
    "regularizers[0] is 0.1; expected a regularizer such as",
  ],
  [
    "an optimizer for a regularizer",
    { regularizers: [right.optimizer] },
    TypeError,
    "regularizers[0] is an object of type SGD; expected a regularizer such as new L2(0.001)",
  ],
  ["a function for a regularizer", { regularizers: [() => 1] }, TypeError, "regularizers[0] is a function"],
  ["a learning rate", { schedule: 0.1 }, TypeError, "schedule is 0.1; expected a function of the step"],
  [
    "a schedule of negative rates",
    { schedule: () => -1 },
    RangeError,
    "the learning rate of schedule for step 0 is -1; expected a finite number of at least 0",
  ],
  [
    "a number to clip to",
    { clip: 1 },
    TypeError,
    "clipGradients: options is 1; expected a plain object with value",
  ],
  [
    "a norm of 0",
    { clip: { norm: 0 } },
    RangeError,
    "clipGradients: norm is 0; expected a finite number above 0",
  ],
  [
    "a number for maxNorm",
    { maxNorm: 3 },
    TypeError,
    "maxNorm is 3; expected a limit such as new MaxNorm(3)",
  ],
  ["one metric", { metrics: accuracy }, TypeError, "metrics is a function accuracy", "such as { accuracy }"],
  ["a list of metrics", { metrics: [accuracy] }, TypeError, "metrics is an array of length 1"],
  [
    "a metric by name",
    { metrics: { accuracy: "yes" } },
    TypeError,
    'metrics.accuracy is "yes"; expected a function',
  ],
  [
    "a metric that returns a list",
    { metrics: { mine: () => [1] } },
    TypeError,
    "what metric mine returned is an array of length 1; expected a number",
  ],
  [
    "a metric that throws",
    { metrics: { mine: () => Matrix.zeros(1, 2).get(0, 2) } },
    RangeError,
    "get: col is 2; expected an integer from 0 to 1",
  ],
  [
    "validation with other columns",
    { validation: { x: Matrix.zeros(5, 3), y: [0, 1, 2, 0, 1] } },
    ShapeError,
    "validation: x is 5 x 3",
  ],
  [
    "validation with a label that fits no column",
    { validation: { x: Matrix.zeros(5, 2), y: [0, 1, 2, 0, 3] } },
    RangeError,
    "labels[4] is 3",
  ],
  [
    "keepBest without validation",
    { keepBest: true },
    TypeError,
    "keepBest is given without validation; expected validation data, whose loss it goes by",
  ],
  ["patience without validation", { patience: 5 }, TypeError, "patience is given without validation"],
  [
    "no patience",
    { patience: 0, validation: data },
    RangeError,
    "patience is 0; expected a safe integer of at",
  ],
  ["keepBest for a metric", { keepBest: "accuracy", validation: data }, TypeError, 'keepBest is "accuracy"'],
];

describe.each(Object.entries({ train, fit }))(
  "%s refuses, at the call and before anything is changed,",
  (name, f) => {
    test.each(failures)("%s", (_title, options, kind, ...parts) => {
      const before = numbersOf(model);
      expectError(() => f({ ...right, ...options } as never), kind, ...parts);
      expect(numbersOf(model)).toEqual(before);
      expect(right.optimizer.steps).toBe(0);
    });

    test("what is no options, by its name", () => {
      expectError(
        () => f(undefined as never),
        TypeError,
        `${name}: options is undefined; expected a plain object`,
      );
    });
  },
);

test("an option of undefined is one that is not given", () => {
  const { options } = problem();
  const none = {
    batchSize: undefined,
    dropLast: undefined,
    random: undefined,
    regularizers: undefined,
    schedule: undefined,
    clip: undefined,
    maxNorm: undefined,
    metrics: undefined,
    validation: undefined,
    keepBest: undefined,
    patience: undefined,
    from: undefined,
  };
  expect([...train({ ...options, ...none, epochs: 2 })]).toHaveLength(2);
});

test("options that belong together may be given in advance", () => {
  const { options } = problem();
  const training = train({
    ...options,
    epochs: 2,
    dropLast: false,
    keepBest: false,
    loss: softmaxCrossEntropy,
  });
  expect([...training]).toHaveLength(2);
});

test("a schedule that goes wrong later is refused then, with its step", () => {
  const { options } = problem();
  const training = train({ ...options, epochs: 5, schedule: (step) => (step < 2 ? 1 : Number.NaN) });
  expectError(() => [...training], RangeError, "train: the learning rate of schedule for step 2 is NaN");
  expect(options.optimizer.steps).toBe(2);
});

test("a regularizer that returns no number is refused", () => {
  const { options } = problem();
  const wrong = { penalty: () => "1", apply: () => "1" } as never;
  const training = train({ ...options, epochs: 5, regularizers: [wrong] });
  expectError(
    () => [...training],
    TypeError,
    'train: what regularizers[0] returned is "1"; expected a number',
  );
  expect(options.optimizer.steps).toBe(0);
});
