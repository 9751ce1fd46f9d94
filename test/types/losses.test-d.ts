import {
  binaryCrossEntropy,
  hinge,
  huber,
  type Labels,
  type LossAndGradient,
  type LossFunction,
  logSoftmax,
  type Matrix,
  meanAbsoluteError,
  meanSquaredError,
  softmaxCrossEntropy,
} from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

declare const outputs: Matrix<5, 3>;
declare const others: Matrix<5, 4>;
declare const fewer: Matrix<4, 3>;
declare const unknown: Matrix;
declare const labels: Labels;

test("a loss's gradient has the shape of the outputs", () => {
  expectTypeOf(meanSquaredError(outputs, outputs)).toEqualTypeOf<LossAndGradient<5, 3>>();
  expectTypeOf(hinge(outputs, labels).gradient).toEqualTypeOf<Matrix<5, 3>>();
  expectTypeOf(softmaxCrossEntropy(outputs, outputs)).toEqualTypeOf<LossAndGradient<5, 3>>();
  expectTypeOf(softmaxCrossEntropy(outputs, [0, 1, 2, 0, 1])).toEqualTypeOf<LossAndGradient<5, 3>>();
  expectTypeOf(binaryCrossEntropy(unknown, unknown)).toEqualTypeOf<LossAndGradient>();
  expectTypeOf(logSoftmax(outputs)).toEqualTypeOf<Matrix<5, 3>>();
});

test("targets of a shape known only at run time compile", () => {
  expectTypeOf(huber(outputs, unknown)).toEqualTypeOf<LossAndGradient<5, 3>>();
  expectTypeOf(huber(unknown, outputs)).toEqualTypeOf<LossAndGradient>();
  expectTypeOf(softmaxCrossEntropy(outputs, unknown)).toEqualTypeOf<LossAndGradient<5, 3>>();
});

describe("targets of another shape do not compile", () => {
  test("for a loss of a matrix of targets", () => {
    // @ts-expect-error the outputs are 5 x 3, the targets 5 x 4
    meanSquaredError(outputs, others);
    // @ts-expect-error the outputs are 5 x 3, the targets 4 x 3
    meanAbsoluteError(outputs, fewer);
    // @ts-expect-error the outputs are 5 x 3, the targets 5 x 4
    huber(outputs, others);
  });

  test("for one that takes labels, too", () => {
    // @ts-expect-error the outputs are 5 x 3, the targets 4 x 3
    softmaxCrossEntropy(outputs, fewer);
    // @ts-expect-error the outputs are 5 x 3, the targets 5 x 4
    binaryCrossEntropy(outputs, others);
  });
});

test("labels in place of a matrix do not compile, nor do strings", () => {
  // @ts-expect-error labels are no Matrix
  meanSquaredError(outputs, labels);
  // @ts-expect-error a matrix is no list of labels
  hinge(outputs, outputs);
  // @ts-expect-error strings are no labels
  softmaxCrossEntropy(outputs, ["1", "2"]);
});

test("each is a LossFunction of the targets it takes", () => {
  expectTypeOf(softmaxCrossEntropy).toExtend<LossFunction<Labels>>();
  expectTypeOf(softmaxCrossEntropy).toExtend<LossFunction<Matrix>>();
  expectTypeOf(softmaxCrossEntropy).toExtend<LossFunction<Labels | Matrix>>();
  expectTypeOf(binaryCrossEntropy).toExtend<LossFunction<Labels | Matrix>>();
  expectTypeOf(hinge).toExtend<LossFunction<Labels>>();
  expectTypeOf(hinge).not.toExtend<LossFunction<Matrix>>();
  expectTypeOf(meanSquaredError).toExtend<LossFunction<Matrix>>();
  expectTypeOf(meanAbsoluteError).toExtend<LossFunction<Matrix>>();
  expectTypeOf(huber).toExtend<LossFunction<Matrix>>();
  expectTypeOf(huber).not.toExtend<LossFunction<Labels>>();
  expectTypeOf<LossFunction<Labels>>(softmaxCrossEntropy);
});
