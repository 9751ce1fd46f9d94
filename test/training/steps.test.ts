import {
  accuracy,
  batches,
  Dense,
  fit,
  hinge,
  Matrix,
  RandomState,
  SGD,
  softmaxCrossEntropy,
  type TrainingStep,
  train,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { numbersOf } from "./support/numbers.js";
import { problem } from "./support/problem.js";

test("steps and epochs count from 0, and the last step of an epoch ends it", () => {
  const { options } = problem(); // 60 rows
  const steps = [...train({ ...options, batchSize: 25, epochs: 2 })];
  expect(steps.map(({ step, epoch }) => [step, epoch])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 1],
    [4, 1],
    [5, 1],
  ]);
  expect(steps.map(({ epochEnd }) => epochEnd !== undefined)).toEqual([
    false,
    false,
    true,
    false,
    false,
    true,
  ]);
});

test("without batchSize, each epoch is one step of all rows", () => {
  const { options } = problem();
  const { data } = options;
  const rows: number[] = [];
  const loss: typeof softmaxCrossEntropy = (scores, labels) => {
    rows.push(scores.rows);
    expect(labels).toBe(data.y);
    return softmaxCrossEntropy(scores, labels);
  };
  const steps = [...train({ ...options, loss, epochs: 2 })];
  expect(steps.map(({ epochEnd, loss }) => epochEnd?.loss === loss)).toEqual([true, true]);
  expect(rows).toEqual([60, 60, 60]); // the first call tried the targets
});

test("dropLast leaves out what does not fill a batch", () => {
  const { options } = problem();
  const steps = [...train({ ...options, batchSize: 25, dropLast: true, epochs: 2 })];
  expect(steps.map(({ epoch }) => epoch)).toEqual([0, 0, 1, 1]);
});

test("no epochs are no steps", () => {
  const { options } = problem();
  const before = numbersOf(options.model);
  expect([...train({ ...options, epochs: 0 })]).toEqual([]);
  expect(numbersOf(options.model)).toEqual(before);
});

test("nothing happens before the first step is asked for", () => {
  const { options, random } = problem();
  const before = [numbersOf(options.model), random.getState()];
  const steps = train({ ...options, batchSize: 20, random, epochs: 1 });
  expect([numbersOf(options.model), random.getState()]).toEqual(before);
  expect(options.optimizer.steps).toBe(0);
  steps.next();
  expect(options.optimizer.steps).toBe(1);
});

describe("the end of an epoch", () => {
  const made = () => {
    const { options, validation, l2 } = problem();
    const seen: { scores: Matrix; labels: ArrayLike<number> }[] = [];
    const loss = (scores: Matrix, labels: ArrayLike<number>) => {
      seen.push({ scores: scores.copy(), labels });
      return softmaxCrossEntropy(scores, labels);
    };
    return {
      options: { ...options, loss, batchSize: 25, regularizers: [l2], metrics: { accuracy } },
      validation,
      seen,
    };
  };

  test("has the means over its steps, weighted with their rows", () => {
    const { options, seen } = made();
    const steps = [...train({ ...options, epochs: 2 })];
    const inEpoch = seen.slice(4); // one call tried the targets, three were of the first epoch
    const mean = (f: (step: TrainingStep, i: number) => number) =>
      steps.slice(3).reduce((sum, step, i) => sum + f(step, i) * ([25, 25, 10][i] as number), 0) / 60;
    const { epochEnd } = steps[5] as TrainingStep<"accuracy">;
    expect(
      distance(
        epochEnd?.loss as number,
        mean(({ loss }) => loss),
      ),
    ).toBeLessThan(1e-15);
    expect(
      distance(
        epochEnd?.dataLoss as number,
        mean(({ dataLoss }) => dataLoss),
      ),
    ).toBeLessThan(1e-15);
    const { scores, labels } = stacked(inEpoch);
    expect(epochEnd?.metrics.accuracy).toBeCloseTo(accuracy(scores, labels), 14);
    expect(epochEnd?.validation).toBeUndefined();
    expect(epochEnd?.isBest).toBe(false);
  });

  test("has the loss and the metrics of what the model predicts for the validation data", () => {
    const { options, validation } = made();
    for (const { epochEnd } of train({ ...options, validation, epochs: 3 })) {
      if (epochEnd === undefined) continue;
      const predicted = options.model.predict(validation.x);
      expect(epochEnd.validation).toEqual({
        loss: softmaxCrossEntropy(predicted, validation.y).loss,
        metrics: { accuracy: accuracy(predicted, validation.y) },
      });
    }
  });

  test("takes a loss function for a metric", () => {
    const { options, validation } = made();
    const metrics = { hinge, accuracy };
    const history = fit({ ...options, metrics, validation, epochs: 1 });
    const predicted = options.model.predict(validation.x);
    expect(history.validationMetrics.hinge).toEqual([hinge(predicted, validation.y).loss]);
  });

  test("takes a metric that is NaN", () => {
    const { options, validation } = made();
    const metrics = { odd: (scores: Matrix) => (scores.rows === 10 ? Number.NaN : 1), even: () => 2 };
    const steps = [...train({ ...options, metrics, validation, epochs: 1 })];
    const { epochEnd } = steps.at(-1) as TrainingStep<"odd" | "even">;
    expect(epochEnd?.metrics).toEqual({ odd: Number.NaN, even: 2 });
    expect(epochEnd?.validation?.metrics).toEqual({ odd: 1, even: 2 });
  });
});

/** The outputs of several steps, one below the other, and their labels. */
function stacked(parts: readonly { scores: Matrix; labels: ArrayLike<number> }[]) {
  const scores = Matrix.fromRows(parts.flatMap(({ scores }) => scores.toArray()));
  return { scores, labels: parts.flatMap(({ labels }) => Array.from(labels)) };
}

test("a schedule sets the learning rate before each step", () => {
  const schedule = (step: number) => 1 / (step + 1);
  const { options } = problem();
  const steps = [...train({ ...options, schedule, batchSize: 30, epochs: 2 })];
  expect(steps.map(({ learningRate }) => learningRate)).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);

  const byHand = problem();
  const { model, optimizer, data } = byHand.options;
  let step = 0;
  for (const { x, y } of [...batches(data, { size: 30 }), ...batches(data, { size: 30 })]) {
    const { gradient } = softmaxCrossEntropy(model.forward(x), y);
    model.backward(gradient);
    optimizer.learningRate = schedule(step++);
    optimizer.step();
  }
  expect(numbersOf(options.model)).toEqual(numbersOf(model));
});

test("a learning rate that the loop changes counts from the next step on", () => {
  const { options } = problem();
  const rates: number[] = [];
  for (const { learningRate } of train({ ...options, epochs: 3 })) {
    rates.push(learningRate);
    options.optimizer.learningRate /= 2;
  }
  expect(rates).toEqual([0.5, 0.25, 0.125]);
});

test("break stops the training after the step", () => {
  const { options } = problem();
  let last: TrainingStep | undefined;
  for (const step of train({ ...options, epochs: 100 })) {
    last = step;
    if (step.step === 4) break;
  }
  expect(last?.step).toBe(4);
  expect(options.optimizer.steps).toBe(5);
});

test("a caller may wait between steps, for the browser's next frame say", async () => {
  const expected = problem();
  const losses = Array.from(train({ ...expected.options, epochs: 3 }), ({ loss }) => loss);
  const { options } = problem();
  const awaited: number[] = [];
  for (const { loss } of train({ ...options, epochs: 3 })) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    awaited.push(loss);
  }
  expect(awaited).toEqual(losses);
});

test("two trainings may take turns", () => {
  const alone = problem();
  const expected = Array.from(train({ ...alone.options, epochs: 3 }), ({ loss }) => loss);
  const [one, two] = [problem(), problem()];
  const [first, second] = [train({ ...one.options, epochs: 3 }), train({ ...two.options, epochs: 3 })];
  for (const loss of expected) {
    expect(first.next().value).toMatchObject({ loss });
    expect(second.next().value).toMatchObject({ loss });
  }
});

test("an optimizer of some of the parameters leaves the others as they are", () => {
  const { options } = problem();
  const { model } = options;
  const before = numbersOf(model);
  const optimizer = new SGD(model.parameters.slice(2), { learningRate: 1 });
  expect([...train({ ...options, optimizer, epochs: 2 })]).toHaveLength(2);
  const after = numbersOf(model);
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(after[2]).not.toEqual(before[2]);
});

test("targets may be a matrix", () => {
  const random = new RandomState(0);
  const x = random.randn(30, 2);
  const data = { x, y: x.matmul(Matrix.fromRows([[3], [-2]])) };
  const model = new Dense(2, 1, { random });
  const optimizer = new SGD(model.parameters, { learningRate: 0.1 });
  const loss = (outputs: Matrix, targets: Matrix) => {
    const errors = outputs.subtract(targets);
    return {
      loss: errors.multiply(errors).sum() / outputs.rows,
      gradient: errors.multiply(2 / outputs.rows),
    };
  };
  for (const _ of train({ model, loss, optimizer, data, batchSize: 10, random, epochs: 100 }));
  expect(distance(model.weights.value, [3, -2])).toBeLessThan(1e-6);
});
