import * as fc from "fast-check";
import { accuracy, confusionMatrix, f1, Matrix, precision, recall } from "spiralnet";
import { describe, expect, test } from "vitest";
import { classified } from "../support/arbitraries.js";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;

/** Four classes: 0 and 1 get mixed up, 2 is never predicted, 3 does not occur at all. */
const scores = Matrix.oneHot([0, 0, 0, 1, 1, 1], 4);
const labels = [0, 0, 1, 1, 1, 2];

test("of each class, in a row", () => {
  const options = { average: "none" } as const;
  expect(distance(precision(scores, labels, options), [2 / 3, 2 / 3, 0, 0])).toBeLessThan(1e-15);
  expect(distance(recall(scores, labels, options), [1, 2 / 3, 0, 0])).toBeLessThan(1e-15);
  expect(distance(f1(scores, labels, options), [4 / 5, 2 / 3, 0, 0])).toBeLessThan(1e-15);
  expect(f1(scores, labels, options).shape).toEqual([1, 4]);
});

test("macro is the mean over the classes that occur, and what is taken if nothing is said", () => {
  expect(precision(scores, labels)).toBeCloseTo((2 / 3 + 2 / 3) / 3, 14);
  expect(recall(scores, labels)).toBeCloseTo((1 + 2 / 3) / 3, 14);
  expect(f1(scores, labels)).toBeCloseTo((4 / 5 + 2 / 3) / 3, 14);
  expect(f1(scores, labels, { average: "macro" })).toBe(f1(scores, labels));
  expect(f1(scores, labels, { average: undefined })).toBe(f1(scores, labels));
});

test("macro counts a class that is predicted though no row has it", () => {
  const predicted = Matrix.oneHot([0, 1, 2], 3);
  expect(precision(predicted, [0, 0, 0])).toBe(1 / 3);
  expect(recall(predicted, [0, 0, 0])).toBe(1 / 9);
});

test("weighted is the mean weighted by the rows of each class", () => {
  expect(precision(scores, labels, { average: "weighted" })).toBeCloseTo((2 * (2 / 3) + 3 * (2 / 3)) / 6, 14);
  expect(recall(scores, labels, { average: "weighted" })).toBeCloseTo((2 + 3 * (2 / 3)) / 6, 14);
});

test("micro is the accuracy, and so is the weighted recall", () => {
  fc.assert(
    fc.property(classified, ({ scores: x, labels: y }) => {
      for (const metric of [precision, recall, f1]) {
        expect(metric(x, y, { average: "micro" })).toBeCloseTo(accuracy(x, y), 14);
      }
      expect(recall(x, y, { average: "weighted" })).toBeCloseTo(accuracy(x, y), 14);
    }),
  );
});

test("the shares of the classes follow from the confusion matrix", () => {
  fc.assert(
    fc.property(classified, ({ scores: x, labels: y }) => {
      const { counts } = confusionMatrix(x, y);
      const right = counts.multiply(Matrix.identity(counts.rows)).sum(0);
      const share = (whole: Matrix) => Matrix.where(whole.greater(0), right.divide(whole), 0);
      const [p, r] = [share(counts.sum(0)), share(counts.sum(1).transpose())];
      expect(precision(x, y, { average: "none" })).toEqual(p);
      expect(recall(x, y, { average: "none" })).toEqual(r);
      const harmonic = Matrix.where(right.greater(0), p.multiply(r).multiply(2).divide(p.add(r)), 0);
      expect(distance(f1(x, y, { average: "none" }), harmonic)).toBeLessThan(1e-14);
    }),
  );
});

describe.each(Object.entries({ precision, recall, f1 }))("%s", (name, metric) => {
  test("is 0 if no prediction is right", () => {
    const wrong = Matrix.oneHot([1, 0], 2);
    for (const average of ["macro", "weighted", "micro"] as const) {
      expect(metric(wrong, [0, 1], { average }), average).toBe(0);
    }
  });

  test("of no rows is NaN, and 0 for each class", () => {
    for (const average of ["macro", "weighted", "micro"] as const) {
      expect(metric(Matrix.zeros(0, 2), [], { average }), average).toBeNaN();
    }
    expect(metric(Matrix.zeros(0, 2), [], { average: "none" }).toArray()).toEqual([[0, 0]]);
  });

  const failures: Failure[] = [
    [
      "an average that does not exist",
      () => metric(scores, labels, { average: untyped("binary") }),
      TypeError,
      'average is "binary"; expected "macro", "weighted", "micro" or "none"',
    ],
    [
      "an average in an array",
      () => metric(scores, labels, { average: untyped(["macro"]) }),
      TypeError,
      "average is an array",
    ],
    ["null", () => metric(scores, labels, { average: untyped(null) }), TypeError, "average is null"],
    [
      "an average in place of options",
      () => metric(scores, labels, untyped("macro")),
      TypeError,
      'options is "macro"',
      "average",
    ],
    [
      "another option",
      () => metric(scores, labels, untyped({ mean: "macro" })),
      TypeError,
      'unknown option "mean"; expected average',
    ],
  ];

  test.each(failures)("refuses %s", (_title, call, kind, ...parts) => {
    expectError(call, kind, `${name}: `, ...parts);
  });
});
