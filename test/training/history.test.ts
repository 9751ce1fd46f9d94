import { accuracy, fit, type TrainingStep, train } from "spiralnet";
import { expect, test } from "vitest";
import { problem } from "./support/problem.js";

/** A training of three epochs, of three steps each, made anew at each call. */
function made() {
  const { options, validation, l2 } = problem();
  const schedule = (step: number) => 1 / (step + 1);
  const metrics = { accuracy, rows: (_: unknown, labels: ArrayLike<number>) => labels.length };
  return {
    validation,
    options: { ...options, batchSize: 25, epochs: 3, regularizers: [l2], schedule, metrics },
  };
}

/** The last step of each epoch. */
const lasts = <Name extends string>(steps: Iterable<TrainingStep<Name>>) =>
  [...steps].filter(({ epochEnd }) => epochEnd !== undefined);

test("the history of fit lists what train says of each epoch, and the learning rate of its last step", () => {
  const { options, validation } = made();
  const steps = lasts(train({ ...options, validation }));
  const ends = steps.flatMap(({ epochEnd }) => epochEnd ?? []);
  expect(fit({ ...made().options, validation })).toEqual({
    loss: ends.map(({ loss }) => loss),
    dataLoss: ends.map(({ dataLoss }) => dataLoss),
    metrics: {
      accuracy: ends.map(({ metrics }) => metrics.accuracy),
      rows: ends.map(({ metrics }) => metrics.rows),
    },
    validationLoss: ends.map(({ validation }) => validation?.loss),
    validationMetrics: {
      accuracy: ends.map(({ validation }) => validation?.metrics.accuracy),
      rows: [15, 15, 15],
    },
    learningRate: [1 / 3, 1 / 6, 1 / 9],
  });
});

test("a history without validation data has empty lists for them", () => {
  const { validationLoss, validationMetrics, loss } = fit(made().options);
  expect(loss).toHaveLength(3);
  expect({ validationLoss, validationMetrics }).toEqual({
    validationLoss: [],
    validationMetrics: { accuracy: [], rows: [] },
  });
});
