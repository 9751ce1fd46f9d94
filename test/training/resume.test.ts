import {
  Adam,
  accuracy,
  BatchNorm,
  Dense,
  Dropout,
  L2,
  type Matrix,
  type Progress,
  RandomState,
  ReLU,
  sequential,
  softmaxCrossEntropy,
  spiral,
  type TrainingStep,
  train,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { checkpointOf, restored } from "./support/checkpoint.js";

const points = new RandomState(3);
const data = spiral({ classes: 3, pointsPerClass: 8, random: points });
const validation = spiral({ classes: 3, pointsPerClass: 4, random: points });

/** A training with everything that has a memory. Different seeds make different weights and orders. */
function made(seed: number, { shared = false } = {}) {
  const random = new RandomState(seed);
  const ofDropout = shared ? random : new RandomState(seed + 100);
  const model = sequential(
    new Dense(2, 6, { random }),
    new BatchNorm(6),
    new ReLU(),
    new Dropout(0.2, { random: ofDropout }),
    new Dense(6, 3, { random }),
  );
  const optimizer = new Adam(model.parameters, { learningRate: 0.05 });
  return { random, model, optimizer, generators: [random], loss: softmaxCrossEntropy, data };
}

type Parts = ReturnType<typeof made>;
type Training = (parts: Parts, from?: Progress) => Iterable<TrainingStep>;

const everything = ({ model, optimizer, loss, random }: Parts, from?: Progress) =>
  train({
    model,
    optimizer,
    loss,
    data,
    validation,
    from,
    random,
    batchSize: 7,
    epochs: 6,
    regularizers: [new L2(1e-3)],
    schedule: (step) => 0.05 / (1 + step / 10),
    metrics: { accuracy, odd: (scores: Matrix) => (scores.rows < 7 ? Number.NaN : 1) },
    keepBest: true,
    patience: 3,
  });

const trainings: [title: string, training: Training, options?: { shared: boolean }][] = [
  ["with everything", everything],
  ["with one generator for the order and for dropout", everything, { shared: true }],
  [
    "of all rows",
    ({ model, optimizer, loss }, from) => train({ model, optimizer, loss, data, from, epochs: 5 }),
  ],
  [
    "in the order of the rows, without the last ones",
    ({ model, optimizer, loss }, from) =>
      train({ model, optimizer, loss, data, from, batchSize: 7, dropLast: true, epochs: 3 }),
  ],
];

describe.each(trainings)(
  "a training %s, stopped at any step and resumed elsewhere",
  (_title, training, options) => {
    const straight = made(0, options);
    const checkpoints: ReturnType<typeof checkpointOf>[] = [];
    const steps: TrainingStep[] = [];
    for (const step of training(straight)) {
      steps.push(step);
      checkpoints.push(checkpointOf(straight, step.progress));
    }
    const end = checkpointOf(straight, (steps.at(-1) as TrainingStep).progress);

    test("ends with the same bits", () => {
      expect(steps.length).toBeGreaterThan(4);
      for (const [i, checkpoint] of checkpoints.entries()) {
        const fresh = made(50 + i, options);
        const rest = [...training(fresh, restored(fresh, checkpoint))];
        expect(rest).toEqual(steps.slice(i + 1));
        const { progress } = rest.at(-1) ?? { progress: checkpoint.progress };
        expect(checkpointOf(fresh, progress)).toEqual(end);
      }
    });

    test("can be stopped and resumed after each step", () => {
      let checkpoint = checkpoints[0] as (typeof checkpoints)[number];
      for (const expected of steps.slice(1)) {
        const fresh = made(51, options);
        for (const step of training(fresh, restored(fresh, checkpoint))) {
          expect(step).toEqual(expected);
          checkpoint = checkpointOf(fresh, step.progress);
          break;
        }
      }
      expect(checkpoint.progress).toEqual(end.progress);
      expect(checkpoint.parameters).toEqual(checkpoints.at(-1)?.parameters);
    });
  },
);
