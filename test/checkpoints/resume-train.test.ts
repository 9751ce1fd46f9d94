import {
  Adam,
  accuracy,
  BatchNorm,
  type Checkpoint,
  checkpointFromJSON,
  Dense,
  Dropout,
  fromSafetensors,
  L2,
  type Progress,
  RandomState,
  ReLU,
  restore,
  sequential,
  softmaxCrossEntropy,
  spiral,
  stateOf,
  type TrainingStep,
  toSafetensors,
  train,
} from "spiralnet";
import { expect, test } from "vitest";

const points = new RandomState(3);
const data = spiral({ classes: 3, pointsPerClass: 8, random: points });
const validation = spiral({ classes: 3, pointsPerClass: 4, random: points });

/** A model with everything that has a memory, and what trains it. Different seeds make different numbers. */
function parts(seed: number) {
  const random = new RandomState(seed);
  const model = sequential(
    new Dense(2, 6, { random }),
    new BatchNorm(6),
    new ReLU(),
    new Dropout(0.2, { random: new RandomState(seed + 100) }),
    new Dense(6, 3, { random }),
  );
  return { model, optimizer: new Adam(model.parameters, { learningRate: 0.05 }), random };
}

type Parts = ReturnType<typeof parts>;

/** The steps of a training in small, shuffled batches. The best model so far is a part of its progress. */
function steps({ model, optimizer, random }: Parts, from?: Progress): Iterable<TrainingStep> {
  const loss = softmaxCrossEntropy;
  const schedule = (step: number) => 0.05 / (1 + step / 10);
  const regularizers = [new L2(1e-3)];
  const plan = { loss, data, validation, schedule, regularizers, metrics: { accuracy }, keepBest: true };
  return train({ ...plan, model, optimizer, random, batchSize: 7, epochs: 3, from });
}

const save = ({ model, optimizer, random }: Parts, progress?: Progress) =>
  stateOf(model, { optimizer, random, progress });

test.each<[string, (checkpoint: Checkpoint) => Checkpoint]>([
  ["JSON", (checkpoint) => checkpointFromJSON(JSON.parse(JSON.stringify(checkpoint)))],
  ["safetensors", (checkpoint) => fromSafetensors(toSafetensors(checkpoint))],
])("a training stopped at any step and resumed from %s ends with the same bits", (_name, way) => {
  const straight = parts(0);
  const seen: TrainingStep[] = [];
  const checkpoints: Checkpoint[] = [];
  for (const step of steps(straight)) {
    seen.push(step);
    checkpoints.push(way(save(straight, step.progress)));
  }
  const end = save(straight);
  expect(seen.length).toBe(12);
  for (const [i, checkpoint] of checkpoints.entries()) {
    const { model, optimizer, random } = parts(50 + i);
    const { progress } = restore(model, checkpoint, { optimizer, random });
    const rest = [...steps({ model, optimizer, random }, progress)];
    expect(rest).toEqual(seen.slice(i + 1));
    expect(save({ model, optimizer, random })).toEqual(end);
  }
});
