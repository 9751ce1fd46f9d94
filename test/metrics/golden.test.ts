import { type Average, confusionMatrix, f1, Matrix, precision, r2, recall, topKAccuracy } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance, type Numbers } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Rows = number[][];
interface Classes extends Record<"precision" | "recall" | "f1", Record<Average, Numbers>> {
  readonly scores: Rows;
  readonly labels: number[];
  readonly topK: number[];
  readonly counts: Rows;
}
interface Targets {
  readonly predictions: Rows;
  readonly targets: Rows;
  readonly r2: number;
}

const cases = golden<Classes | Targets>("metrics");

describe.each(cases.filter((one) => "scores" in one))("of classes: $labels", ({ scores, labels, ...one }) => {
  const matrix = Matrix.fromRows(scores);

  test("topKAccuracy", () => {
    expect(one.topK.map((_, i) => topKAccuracy(matrix, labels, i + 1))).toEqual(one.topK);
  });

  test("confusionMatrix", () => {
    expect(confusionMatrix(matrix, labels).counts.toArray()).toEqual(one.counts);
  });

  test.each(Object.entries({ precision, recall, f1 }))("%s", (name, metric) => {
    const expected = one[name as "f1"];
    for (const average of Object.keys(expected) as Average[]) {
      const error = distance(metric(matrix, labels, { average }), expected[average]);
      expect(error, average).toBeLessThan(1e-15);
    }
  });
});

test.each(cases.filter((one) => "r2" in one))("r2: $r2", ({ predictions, targets, r2: expected }) => {
  expect(distance(r2(Matrix.fromRows(predictions), Matrix.fromRows(targets)), expected)).toBeLessThan(1e-13);
});
