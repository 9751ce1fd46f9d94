import { accuracy, confusionMatrix, f1, Matrix, precision, r2, recall, topKAccuracy } from "spiralnet";
import { expectTypeOf, test } from "vitest";

declare const scores: Matrix<number, 3>;
declare const labels: number[];

test("an average is a number, and the values of all classes a row", () => {
  expectTypeOf(precision(scores, labels)).toEqualTypeOf<number>();
  expectTypeOf(recall(scores, labels, { average: "micro" })).toEqualTypeOf<number>();
  expectTypeOf(f1(scores, labels, { average: undefined })).toEqualTypeOf<number>();
  expectTypeOf(f1(scores, labels, { average: "none" })).toEqualTypeOf<Matrix<1, 3>>();
  // @ts-expect-error no such average
  f1(scores, labels, { average: "binary" });
});

test("a confusion matrix has a row and a column for each class", () => {
  expectTypeOf(confusionMatrix(scores, labels).counts).toEqualTypeOf<Matrix<3, 3>>();
});

test("each is a function of outputs and targets that gives a number", () => {
  type Metric<Targets> = (outputs: Matrix, targets: Targets) => number;
  const top5: Metric<ArrayLike<number>> = (outputs, targets) => topKAccuracy(outputs, targets, 5);
  expectTypeOf([accuracy, precision, recall, f1, top5]).toExtend<Metric<ArrayLike<number>>[]>();
  expectTypeOf(r2).toExtend<Metric<Matrix>>();
  const metric: Metric<ArrayLike<number>> = f1;
  expectTypeOf(metric(Matrix.zeros(2, 3), [0, 1])).toEqualTypeOf<number>();
});
