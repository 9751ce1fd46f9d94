import { DivergedError } from "spiralnet";
import { describe, expect, it } from "vitest";
import { NoPointsError } from "../../../examples/live/no-points-error.js";
import { PRESETS } from "../../../examples/live/presets.js";
import { Run } from "../../../examples/live/run.js";
import type { Setup, TrainingSetup } from "../../../examples/live/setup.js";
import { trainTwoLayerNet } from "../../../examples/two-layer-net.js";
import { weightsOf } from "./support/weights.js";

const { caseStudy, highLearningRate, overfitting } = PRESETS;

function run(setup: Setup, steps = 0): Run {
  const made = new Run(setup);
  advance(made, steps);
  return made;
}

function advance(made: Run, steps: number): number[] {
  return Array.from({ length: steps }, () => made.step());
}

const weights = (made: Run) => weightsOf(made.parts.model);

/** A setup with a different training. */
function changed(setup: Setup, training: Partial<TrainingSetup>): Setup {
  return { ...setup, training: { ...setup.training, ...training } };
}

describe("a run of the case study", () => {
  it("has the losses and the weights of examples/two-layer-net.ts, bit for bit", () => {
    const losses: number[] = [];
    const { model } = trainTwoLayerNet((_, loss) => losses.push(loss));
    const mine = new Run(caseStudy);
    expect(advance(mine, 10_000)).toEqual(losses);
    expect(weights(mine)).toStrictEqual(weightsOf(model));
    expect(mine.measure().accuracy).toBeCloseTo(0.98, 2);
  });
});

describe("rewind", () => {
  it.each([
    ["a full batch", caseStudy],
    [
      "batches, dropout and running statistics",
      {
        ...changed(overfitting, { batchSize: 16, schedule: "cosine" as const }),
        model: { ...overfitting.model, dropout: 0.2, normalization: "BatchNorm" as const },
      },
    ],
  ])("goes back to the same initial weights and the same steps with %s", (_, setup) => {
    const made = run(setup);
    const initial = weights(made);
    const losses = advance(made, 30);
    expect(weights(made)).not.toEqual(initial);
    made.rewind();
    expect(made.iteration).toBe(0);
    expect(weights(made)).toStrictEqual(initial);
    expect(advance(made, 30)).toEqual(losses);
  });

  it("goes back to the same initial weights after points have changed", () => {
    const made = run(caseStudy);
    const initial = weights(made);
    made.usePoints({ ...caseStudy.data, kind: "own", own: [{ x: 1, y: 2, label: 0 }] });
    advance(made, 3);
    made.rewind();
    expect(weights(made)).toStrictEqual(initial);
    expect(weights(run(made.setup))).toStrictEqual(initial);
  });

  it("keeps the training that was changed", () => {
    const made = run(caseStudy, 5);
    made.change({ ...caseStudy.training, learningRate: 0.1 });
    made.rewind();
    expect(made.setup).toEqual(changed(caseStudy, { learningRate: 0.1 }));
    expect(advance(made, 3)).toEqual(advance(run(made.setup), 3));
  });
});

describe("change", () => {
  it.each(["SGD", "momentum", "Nesterov", "RMSProp", "Adagrad", "Adam", "AdamW"] as const)(
    "to the same training changes nothing with %s",
    (optimizer) => {
      const setup = changed(overfitting, { optimizer, batchSize: 16, learningRate: 0.01, l2: 0.001 });
      const made = run(setup, 7);
      made.change({ ...setup.training });
      advance(made, 7);
      expect(weights(made)).toStrictEqual(weights(run(setup, 14)));
    },
  );

  it("uses another learning rate from the next step on", () => {
    const made = run(caseStudy, 20);
    made.change({ ...caseStudy.training, learningRate: 0 });
    const before = weights(made);
    advance(made, 3);
    expect(made.iteration).toBe(23);
    expect(made.learningRate).toBe(0);
    expect(weights(made)).toStrictEqual(before);
  });

  it("lets another optimizer begin with averages of its own", () => {
    const adam = run(changed(overfitting, { optimizer: "Adam", learningRate: 0.01 }), 5);
    const other = changed(overfitting, { optimizer: "RMSProp", learningRate: 0.01 });
    const fresh = run(other);
    for (const [i, { value }] of fresh.parts.model.parameters.entries()) {
      value.data.set(adam.parts.model.parameters[i]?.value.data ?? []);
    }
    adam.change(other.training);
    expect(advance(adam, 5)).toEqual(advance(fresh, 5));
  });

  it("goes on with the schedule where the training stands", () => {
    const made = run(caseStudy, 50);
    made.change({ ...caseStudy.training, schedule: "cosine", scheduleSteps: 100 });
    expect(made.learningRate).toBeCloseTo(0.5, 10);
    advance(made, 50);
    expect(made.learningRate).toBeCloseTo(0, 10);
  });

  it("takes another size of batches in the middle of an epoch", () => {
    const made = run(changed(caseStudy, { batchSize: 100 }), 2);
    made.change({ ...caseStudy.training, batchSize: 50 });
    advance(made, 7);
    made.change({ ...caseStudy.training, batchSize: 0 });
    advance(made, 2);
    expect(made.iteration).toBe(11);
  });

  it("takes another penalty", () => {
    const made = run(caseStudy, 5);
    const { loss } = made.measure();
    made.change({ ...caseStudy.training, l2: 0 });
    expect(made.measure().loss).toBeLessThan(loss);
    expect(made.step()).toBe(made.takeCurve().at(-1)?.loss);
  });
});

describe("points", () => {
  it("of another data set are learnt from the same weights on", () => {
    const made = run(changed(caseStudy, { batchSize: 32 }), 15);
    const before = weights(made);
    made.usePoints({ ...caseStudy.data, noise: 0, pointsPerClass: 20 });
    expect(weights(made)).toStrictEqual(before);
    expect(made.parts.training.y).toHaveLength(60);
    advance(made, 5);
    expect(made.iteration).toBe(20);
  });

  it("are kept for the test, class by class, and not learnt from", () => {
    const { training, test } = run({ ...caseStudy, data: { ...caseStudy.data, testShare: 0.3 } }).parts;
    expect(training.y).toHaveLength(210);
    for (const label of [0, 1, 2]) expect(test?.y.filter((each) => each === label)).toHaveLength(30);
  });

  it("of other classes are refused, and nothing changes", () => {
    const made = run(caseStudy, 1);
    expect(() => made.usePoints({ ...caseStudy.data, classes: 4 })).toThrow(
      new RangeError("The points have 4 classes; expected 3, as the model has"),
    );
    expect(made.setup).toBe(caseStudy);
    made.step();
  });

  it("may be missing, but then there is nothing to learn from", () => {
    const made = run({ ...caseStudy, data: { ...caseStudy.data, kind: "own" } });
    expect(made.measure()).toEqual({
      loss: Number.NaN,
      accuracy: Number.NaN,
      testLoss: undefined,
      testAccuracy: undefined,
    });
    expect(() => made.step()).toThrow(new NoPointsError());
    made.usePoints(caseStudy.data);
    expect(made.step()).toBe(run(caseStudy).step());
  });
});

describe("a training that diverges", () => {
  it("says so with the library's error, and stays where the loss was finite", () => {
    const made = run(highLearningRate);
    const losses: number[] = [];
    const diverge = () => {
      while (losses.length < 100) losses.push(made.step());
    };
    expect(diverge).toThrow(
      expect.objectContaining({
        name: "DivergedError",
        message: expect.stringContaining("; expected finite numbers: try a learning rate below 10"),
      }),
    );
    const steps = losses.length;
    expect(made.iteration).toBe(steps - 1);
    expect(weights(made)).toStrictEqual(weights(run(highLearningRate, steps - 1)));
    expect(Number.isFinite(made.measure().loss)).toBe(true);
    expect(made.takeCurve().map(({ iteration }) => iteration)).toEqual(
      Array.from({ length: steps }, (_, i) => i),
    );
  });

  it("diverges again in the same step, and can go on with another learning rate", () => {
    const made = run(highLearningRate);
    expect(() => advance(made, 100)).toThrow(DivergedError);
    const before = weights(made);
    const { iteration } = made;
    expect(() => advance(made, 100)).toThrow(DivergedError);
    expect(made.iteration).toBe(iteration);
    expect(weights(made)).toStrictEqual(before);
    made.change({ ...highLearningRate.training, learningRate: 0 });
    advance(made, 3);
    expect(made.iteration).toBe(iteration + 3);
  });
});

describe("a training with batches and dropped units that diverges", () => {
  it("draws the same numbers afterwards as one that has not", () => {
    const setup: Setup = {
      ...changed(highLearningRate, { batchSize: 100 }),
      model: { ...highLearningRate.model, dropout: 0.1 },
    };
    const diverged = run(setup);
    expect(() => advance(diverged, 100)).toThrow(DivergedError);
    const other = run(setup, diverged.iteration);
    for (const each of [diverged, other]) each.change({ ...setup.training, learningRate: 0 });
    expect(advance(diverged, 10)).toEqual(advance(other, 10));
  });
});

describe("what a run measures", () => {
  it("is the loss with the penalty that the next step begins with", () => {
    const made = run(caseStudy, 10);
    const { loss } = made.measure();
    expect(made.step()).toBe(loss);
  });

  it("is the loss and the accuracy on points that it does not see", () => {
    const made = run(overfitting, 400);
    const { loss, accuracy, testLoss, testAccuracy } = made.measure();
    expect(loss).toBeLessThan(0.1);
    expect(testLoss).toBeGreaterThan(0.5);
    expect(accuracy).toBeGreaterThan(0.95);
    expect(testAccuracy).toBeLessThan(0.9);
  });
});

describe("the curve", () => {
  it("has each loss once, with that on the test points", () => {
    const made = run(overfitting);
    const { testLoss } = made.measure();
    const losses = advance(made, 3);
    const curve = made.takeCurve();
    expect(curve.map(({ loss }) => loss)).toEqual(losses);
    expect(curve[0]).toEqual({ iteration: 0, loss: losses[0], testLoss });
    expect(made.takeCurve()).toEqual([]);
    advance(made, 1);
    expect(made.takeCurve()).toMatchObject([{ iteration: 3 }]);
  });

  it("begins anew after a rewind", () => {
    const made = run(caseStudy, 3);
    made.rewind();
    made.step();
    expect(made.takeCurve()).toMatchObject([{ iteration: 0 }]);
  });

  it("grows slowly in a long training", () => {
    const made = run({ ...caseStudy, model: { ...caseStudy.model, hidden: [] } }, 1500);
    const iterations = made.takeCurve().map(({ iteration }) => iteration);
    expect(iterations).toHaveLength(1050);
    expect(iterations.slice(-2)).toEqual([1480, 1490]);
  });
});
