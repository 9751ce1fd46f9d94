import {
  accuracy,
  confusionMatrix,
  f1,
  hinge,
  logSoftmax,
  Matrix,
  precision,
  recall,
  ShapeError,
  softmax,
  softmaxCrossEntropy,
  topKAccuracy,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const scores = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);
const withScore = (value: number) =>
  Matrix.fromRows([
    [1, 2, 3],
    [4, value, 6],
  ]);

/** Every function of scores and labels must refuse these. */
const failures = (f: (scores: Matrix, labels: ArrayLike<number>) => unknown): Failure[] => [
  ["a label past the classes", () => f(scores, [0, 3]), RangeError, "labels[1] is 3", "integer from 0 to 2"],
  ["a negative label", () => f(scores, [-1, 0]), RangeError, "labels[0] is -1", "integer from 0 to 2"],
  ["a fractional label", () => f(scores, [0.5, 0]), RangeError, "labels[0] is 0.5", "integer from 0 to 2"],
  ["a NaN label", () => f(scores, [0, Number.NaN]), RangeError, "labels[1] is NaN", "integer from 0 to 2"],
  ["an infinite label", () => f(scores, [Number.POSITIVE_INFINITY, 0]), RangeError, "labels[0] is Infinity"],
  [
    "a label in a string",
    () => f(scores, untyped(["1", 0])),
    TypeError,
    'labels[0] is "1"',
    "an integer from 0 to 2, the column of the row's class",
  ],
  [
    "one-hot rows",
    () =>
      f(
        scores,
        untyped([
          [1, 0, 0],
          [0, 1, 0],
        ]),
      ),
    TypeError,
    "labels[0] is an array of length 3",
    "an integer from 0 to 2, the column of the row's class",
  ],
  ["booleans for labels", () => f(scores, untyped([true, false])), TypeError, "labels[0] is true"],
  ["BigInts for labels", () => f(scores, untyped(new BigInt64Array(2))), TypeError, "labels[0] is 0n"],
  ["a hole among the labels", () => f(scores, untyped(new Array(2))), TypeError, "labels[0] is undefined"],
  [
    "too few labels",
    () => f(scores, [0]),
    ShapeError,
    "scores is 2 x 3",
    "labels is 1 x 1",
    "one label is needed for each row",
  ],
  ["too many labels", () => f(scores, [0, 1, 2]), ShapeError, "scores is 2 x 3", "labels is 3 x 1"],
  [
    "labels for no scores",
    () => f(Matrix.zeros(0, 3), [0]),
    ShapeError,
    "scores is 0 x 3",
    "labels is 1 x 1",
  ],
  [
    "scores of no classes",
    () => f(Matrix.zeros(1, 0), [0]),
    RangeError,
    "labels[0] is 0",
    "nothing to choose from",
  ],
  [
    "a label in place of labels",
    () => f(scores, untyped(1)),
    TypeError,
    "labels is 1",
    "an array of integers",
  ],
  ["null for labels", () => f(scores, untyped(null)), TypeError, "labels is null", "an array of integers"],
  [
    "a string for labels",
    () => f(scores, untyped("01")),
    TypeError,
    'labels is "01"',
    "an array of integers",
  ],
  [
    "a NaN score",
    () => f(withScore(Number.NaN), [0, 0]),
    RangeError,
    "scores[1, 1] is NaN",
    "finite numbers",
  ],
  [
    "an infinite score",
    () => f(withScore(Number.POSITIVE_INFINITY), [0, 0]),
    RangeError,
    "scores[1, 1] is Infinity",
  ],
  [
    "rows in place of scores",
    () => f(untyped([[1, 2]]), [0]),
    TypeError,
    "scores is an array of length",
    "a Matrix",
  ],
];

describe.each<[string, (scores: Matrix, labels: ArrayLike<number>) => unknown]>([
  ["softmaxCrossEntropy", softmaxCrossEntropy],
  ["softmaxCrossEntropy", (s, y) => softmaxCrossEntropy(s, y, { labelSmoothing: 0.1 })],
  ["hinge", hinge],
  ["accuracy", accuracy],
  ["topKAccuracy", (scores: Matrix, labels: ArrayLike<number>) => topKAccuracy(scores, labels, 1)],
  ["confusionMatrix", confusionMatrix],
  ["precision", precision],
  ["recall", recall],
  ["f1", f1],
])("%s refuses", (name, f) => {
  test.each(failures(f))("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, name, ...parts);
    expect(scores.toArray()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });
});

test.each([
  ["hinge", hinge],
  ["accuracy", accuracy],
])("%s refuses a matrix for labels", (name, f) => {
  expectError(
    () => f(scores, untyped(Matrix.oneHot([0, 1], 3))),
    TypeError,
    name,
    "labels is an object of type Matrix",
    "an array of integers, the column of each row's class",
  );
});

test.each([Number.NaN, Number.NEGATIVE_INFINITY])("softmax and logSoftmax refuse a score of %d", (value) => {
  for (const [name, f] of Object.entries({ softmax, logSoftmax })) {
    expectError(() => f(withScore(value)), RangeError, name, `[1, 1] is ${value}`, "finite numbers");
  }
});
