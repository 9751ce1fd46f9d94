import {
  accuracy,
  BatchNorm,
  Dense,
  Matrix,
  type Progress,
  RandomState,
  type SavedModel,
  SGD,
  ShapeError,
  sequential,
  type TrainingStep,
  train,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";
import { problem } from "./support/problem.js";

const { options, validation } = problem();
const right = {
  ...options,
  validation,
  metrics: { accuracy },
  batchSize: 25,
  random: new RandomState(0),
  epochs: 3,
  keepBest: true,
};
const steps = [...train(right)];
/** Where the training stood in the middle of the second epoch. */
const { progress } = steps[4] as TrainingStep;
const { best, means } = progress;
const saved = best?.saved ?? expect.fail("nothing was saved");

const failures: [title: string, from: object, kind: new (...args: never[]) => Error, ...parts: string[]][] = [
  [
    "a text",
    "later" as never,
    TypeError,
    'train: from is "later"; expected the progress of a step that train made',
  ],
  ["a step", steps[4] as never, TypeError, "train: from"],
  ["a negative step", { step: -1 }, RangeError, "train: from.step is -1"],
  ["a fractional epoch", { epoch: 0.5 }, RangeError, "train: from.epoch is 0.5"],
  ["no batch", { batch: undefined }, TypeError, "train: from.batch is undefined"],
  ["a batch too many", { batch: 3 }, RangeError, "train: from.batch is 3; expected an integer from 0 to 2"],
  [
    "more epochs than wanted",
    { epoch: 3 },
    RangeError,
    "train: epochs is 3; expected at least 4, which from has",
  ],
  [
    "other rows",
    { rows: 59 },
    RangeError,
    "train: from.rows is 59; expected 60, the rows of data, as when the",
  ],
  [
    "other batches",
    { batchSize: 24 },
    RangeError,
    "train: from.batchSize is 24; expected 25, as when the epoch",
  ],
  ["no order", { order: null }, TypeError, "train: from.order: the state is null; expected what getState"],
  [
    "an order with too few words",
    { order: { words: [], spare: null } },
    RangeError,
    "train: from.order: the number of words is 0",
  ],
  ["no means", { means: null }, TypeError, "train: from.means is null"],
  [
    "a mean that is NaN",
    { means: { ...means, loss: Number.NaN } },
    RangeError,
    "train: from.means.loss is NaN",
  ],
  [
    "a mean of the data's loss that is infinite",
    { means: { ...means, dataLoss: Number.POSITIVE_INFINITY } },
    RangeError,
    "train: from.means.dataLoss is Infinity",
  ],
  [
    "a metric more",
    { means: { ...means, metrics: { accuracy: 1, f1: 1 } } },
    TypeError,
    "train: from.means.metrics has accuracy, f1; expected accuracy",
  ],
  ["another metric", { means: { ...means, metrics: { f1: 1 } } }, TypeError, "has f1; expected accuracy"],
  [
    "a metric that is a text",
    { means: { ...means, metrics: { accuracy: "1" } } },
    TypeError,
    'train: from.means.metrics.accuracy is "1"',
  ],
  ["a best that is undefined", { best: undefined }, TypeError, "train: from.best is undefined"],
  ["a best of no epoch", { best: { ...best, epoch: -1 } }, RangeError, "train: from.best.epoch is -1"],
  [
    "a best with an infinite loss",
    { best: { ...best, loss: Infinity } },
    RangeError,
    "from.best.loss is Infinity",
  ],
  [
    "a best that was not saved",
    { best: { ...best, saved: null } },
    TypeError,
    "train: from.best.saved is null; expected the best parameters: keepBest from the beginning",
  ],
  [
    "a best of nothing but the loss",
    { best: 0.5 },
    TypeError,
    "train: from.best is 0.5; expected the progress of a step that train made",
  ],
  [
    "saved parameters alone",
    { best: { ...best, saved: saved.parameters } },
    TypeError,
    "train: from.best.saved is an array of length 4; expected the progress of a step that train made",
  ],
  [
    "parameters by name",
    { best: { ...best, saved: { ...saved, parameters: {} } } },
    TypeError,
    "train: from.best.saved.parameters is an object of type Object; expected an array of matrices",
  ],
  [
    "a parameter that is no matrix",
    { best: { ...best, saved: { ...saved, parameters: [1, ...saved.parameters.slice(1)] } } },
    TypeError,
    "train: from.best.saved.parameters[0] is 1; expected a Matrix",
  ],
  [
    "no state",
    { best: { ...best, saved: { ...saved, state: null } } },
    TypeError,
    "train: from.best.saved.state is null",
  ],
  [
    "too few parameters",
    { best: { ...best, saved: { ...saved, parameters: saved.parameters.slice(1) } } },
    RangeError,
    "train: from.best.saved.parameters.length is 3; expected 4",
  ],
  [
    "a parameter of another shape",
    { best: { ...best, saved: { ...saved, parameters: [...saved.parameters].reverse() } } },
    ShapeError,
    "train: from.best.saved.parameters[0]: what was saved is 1 x 3, 0.weights is 2 x 8",
  ],
  [
    "a parameter that is NaN",
    {
      best: {
        ...best,
        saved: { ...saved, parameters: saved.parameters.map((p) => p.divide(0).multiply(0)) },
      },
    },
    RangeError,
    "what was saved[0, 0] is NaN; expected finite numbers",
  ],
  [
    "state of another model",
    { best: { ...best, saved: { ...saved, state: { means: Matrix.zeros(1, 1) } } } },
    TypeError,
    "train: from.best.saved.state has means; expected no names",
  ],
];

describe("a training can't go on from", () => {
  test.each(failures)("%s", (_title, from, kind, ...parts) => {
    const wrong = typeof from === "object" && !("epochEnd" in from) ? { ...progress, ...from } : from;
    expectError(() => train({ ...right, from: wrong as Progress }), kind, ...parts);
  });
});

test("an epoch that was shuffled can't go on without random, nor one in order with it", () => {
  const { random: _, ...inOrder } = right;
  expectError(
    () => train({ ...inOrder, from: progress }),
    TypeError,
    "train: from.order is an object",
    "expected null without random, as when the epoch began",
  );
});

test("saved state must have the shapes of the model's", () => {
  const model = sequential(new BatchNorm(2), new Dense(2, 3));
  const optimizer = new SGD(model.parameters, { learningRate: 0.1 });
  const training = { ...right, model, optimizer };
  const { progress } = [...train(training)][4] as TrainingStep;
  const { saved } = progress.best as { readonly saved: SavedModel };
  const state = { ...saved.state, "0.means": Matrix.zeros(1, 3) };
  const from = { ...progress, best: { ...progress.best, saved: { ...saved, state } } } as Progress;
  expectError(
    () => train({ ...training, from }),
    ShapeError,
    "train: from.best.saved.state.0.means: what was saved is 1 x 3, 0.means is 1 x 2",
  );
});

test("without keepBest, a training goes on from a best epoch that was not saved", () => {
  const training = { ...right, keepBest: false };
  const { progress: from } = [...train({ ...training, random: new RandomState(0) })][4] as TrainingStep;
  expect(from.best?.saved).toBeNull();
  expect([...train({ ...training, from })].map(({ step }) => step)).toEqual([5, 6, 7, 8]);
});

test("a training goes on in an epoch in which a metric was NaN", () => {
  const odd = { ...options, batchSize: 25, epochs: 1, metrics: { odd: () => Number.NaN } };
  const { progress: from } = [...train(odd)][0] as TrainingStep;
  expect(from.means.metrics).toEqual({ odd: null });
  const { epochEnd } = [...train({ ...odd, from })].at(-1) as TrainingStep<"odd">;
  expect(epochEnd?.metrics.odd).toBeNaN();
});

test("between epochs, batches and metrics may change", () => {
  const end = (steps[2] as TrainingStep).progress;
  const rest = [...train({ ...options, validation, batchSize: 60, epochs: 3, from: end })];
  expect(rest.map(({ step, epoch }) => [step, epoch])).toEqual([
    [3, 1],
    [4, 2],
  ]);
});

test("a training that is done has no more steps", () => {
  const end = (steps.at(-1) as TrainingStep).progress;
  expect([...train({ ...right, from: end })]).toEqual([]);
  expect([...train({ ...right, epochs: 4, from: end })]).toHaveLength(3);
});
