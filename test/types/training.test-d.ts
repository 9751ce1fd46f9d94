import {
  accuracy,
  binaryCrossEntropy,
  Dense,
  type EpochEnd,
  type Examples,
  fit,
  type History,
  hinge,
  huber,
  type Labels,
  type Layer,
  Matrix,
  meanSquaredError,
  type Optimizer,
  SGD,
  sequential,
  softmaxCrossEntropy,
  type TrainingStep,
  train,
} from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

const model = sequential(new Dense(2, 3));
const optimizer: Optimizer = new SGD(model.parameters, { learningRate: 1 });
const labeled = { x: Matrix.zeros(300, 2), y: new Int32Array(300) };
const numeric = { x: Matrix.zeros(300, 2), y: Matrix.zeros(300, 3) };
const squared = (outputs: Matrix, targets: Matrix) => ({ loss: 0, gradient: outputs.subtract(targets) });
const distance = (outputs: Matrix, targets: Matrix) => outputs.subtract(targets).sum();

describe("what a training returns", () => {
  const labels = { model, optimizer, loss: softmaxCrossEntropy, data: labeled, epochs: 1 };

  test("has the metrics by name", () => {
    expectTypeOf(fit({ ...labels, metrics: { accuracy } })).toEqualTypeOf<History<"accuracy">>();
    for (const step of train({ ...labels, metrics: { accuracy, one: () => 1 } })) {
      expectTypeOf(step).toEqualTypeOf<TrainingStep<"accuracy" | "one">>();
      expectTypeOf(step.epochEnd?.metrics.one).toEqualTypeOf<number | undefined>();
      // @ts-expect-error there is no such metric
      step.epochEnd?.metrics.recall;
    }
  });

  test("has no metrics if none are given", () => {
    expectTypeOf(fit(labels)).toEqualTypeOf<History<never>>();
    expectTypeOf<keyof EpochEnd<never>["metrics"]>().toEqualTypeOf<never>();
  });
});

describe("a training does not compile", () => {
  test("if the model does not take the columns of the data", () => {
    const wide = { x: Matrix.zeros(300, 4), y: [0] };
    // @ts-expect-error x has 4 columns, the model takes 2
    train({ model, optimizer, loss: softmaxCrossEntropy, data: wide, epochs: 1 });
    // @ts-expect-error the validation data have 4 columns
    train({ model, optimizer, loss: softmaxCrossEntropy, data: labeled, validation: wide, epochs: 1 });
  });

  test("if the loss does not take the targets", () => {
    // @ts-expect-error hinge takes labels
    fit({ model, optimizer, loss: hinge, data: numeric, epochs: 1 });
    // @ts-expect-error meanSquaredError takes a matrix
    fit({ model, optimizer, loss: meanSquaredError, data: labeled, epochs: 1 });
  });

  test("if the validation data have other targets", () => {
    // @ts-expect-error the loss takes labels
    fit({ model, optimizer, loss: softmaxCrossEntropy, data: labeled, validation: numeric, epochs: 1 });
  });

  test("if a metric does not take the targets", () => {
    // @ts-expect-error accuracy takes labels
    fit({ model, optimizer, loss: squared, data: numeric, metrics: { accuracy }, epochs: 1 });
    // @ts-expect-error the metric takes a matrix
    fit({ model, optimizer, loss: softmaxCrossEntropy, data: labeled, metrics: { distance }, epochs: 1 });
  });

  test("without what it needs, or with an unknown option", () => {
    // @ts-expect-error there are no epochs
    train({ model, optimizer, loss: softmaxCrossEntropy, data: labeled });
    // @ts-expect-error there is no option batchsize
    train({ model, optimizer, loss: softmaxCrossEntropy, data: labeled, epochs: 1, batchsize: 10 });
  });
});

describe("a training compiles", () => {
  test("with each kind of loss function", () => {
    fit({ model, optimizer, loss: softmaxCrossEntropy, data: labeled, epochs: 1 });
    fit({ model, optimizer, loss: softmaxCrossEntropy, data: numeric, epochs: 1 });
    fit({ model, optimizer, loss: hinge, data: labeled, epochs: 1 });
    fit({ model, optimizer, loss: meanSquaredError, data: numeric, epochs: 1 });
    fit({ model, optimizer, loss: huber, data: numeric, epochs: 1 });
    fit({ model, optimizer, loss: binaryCrossEntropy, data: numeric, epochs: 1 });
    fit({ model, optimizer, loss: binaryCrossEntropy, data: labeled, epochs: 1 });
    fit({
      model,
      optimizer,
      loss: (scores, labels) => softmaxCrossEntropy(scores, labels, { labelSmoothing: 0.1 }),
      data: labeled,
      epochs: 1,
    });
  });

  test("with targets of a matrix, and a loss of one's own in place", () => {
    fit({
      model,
      optimizer,
      loss: squared,
      data: numeric,
      validation: numeric,
      metrics: { distance },
      epochs: 1,
    });
    fit({
      model,
      optimizer,
      loss: (outputs, targets) => {
        expectTypeOf(outputs).toEqualTypeOf<Matrix>();
        expectTypeOf(targets).toEqualTypeOf<Matrix<number, 3>>();
        return squared(outputs, targets);
      },
      data: numeric,
      epochs: 1,
    });
  });

  test("with any kind of labels, in validation another one", () => {
    fit({
      model,
      optimizer,
      loss: (outputs, targets) => {
        expectTypeOf(targets).toEqualTypeOf<Labels>();
        return softmaxCrossEntropy(outputs, targets);
      },
      data: labeled,
      validation: { x: Matrix.zeros(5, 2), y: [0, 1, 2, 0, 1] },
      epochs: 1,
    });
  });

  test("with widths that are known at run time only", () => {
    const loose: Layer = model;
    const data = {} as Examples;
    fit({ model: loose, optimizer, loss: softmaxCrossEntropy, data, epochs: 1 });
    fit({ model: loose, optimizer, loss: softmaxCrossEntropy, data: labeled, validation: data, epochs: 1 });
  });
});
