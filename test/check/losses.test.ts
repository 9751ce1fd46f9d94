import {
  binaryCrossEntropy,
  hinge,
  huber,
  type Labels,
  type LossFunction,
  Matrix,
  meanAbsoluteError,
  meanSquaredError,
  RandomState,
  softmax,
  softmaxCrossEntropy,
} from "spiralnet";
import { checkLoss, type LossPair, type TargetKind } from "spiralnet/check";
import { describe, expect, test } from "vitest";
import { softmaxLoss, svmLoss } from "./support/course-losses.js";

const sumOfColumns: LossFunction<Labels> = (scores, y) => hinge(scores, y, { sumColumns: true });

describe("a right loss passes", () => {
  test.each<[string, LossFunction<never>, TargetKind | undefined]>([
    ["softmaxCrossEntropy", softmaxCrossEntropy, undefined],
    ["softmaxCrossEntropy", softmaxCrossEntropy, "probabilities"],
    ["hinge", hinge, undefined],
    ["meanSquaredError", meanSquaredError, undefined],
    ["meanAbsoluteError", meanAbsoluteError, undefined],
    ["huber", huber, undefined],
    ["binaryCrossEntropy", binaryCrossEntropy, undefined],
    ["binaryCrossEntropy", binaryCrossEntropy, "binary-labels"],
    ["binaryCrossEntropy", binaryCrossEntropy, "probabilities"],
  ])("%s against itself, targets %3$s", (name, loss, targets) => {
    const report = checkLoss<never>(loss, { like: loss, targets, errors: true });
    expect(String(report)).toMatch(`checkLoss passed: like ${name} on `);
  });

  test.each([0, 1, 2, 3, 4])("by the formulas of the course, with inputs of seed %i", (seed) => {
    const random = new RandomState(seed);
    expect(String(checkLoss(softmaxLoss, { like: softmaxCrossEntropy, random }))).toMatch(
      /^checkLoss passed/,
    );
    expect(String(checkLoss(svmLoss, { like: sumOfColumns, random }))).toMatch(/^checkLoss passed/);
  });

  test("with another slope where a margin is exactly reached", () => {
    const atLeast: LossPair = (scores, y) => {
      const isLabel = Matrix.oneHot(y, scores.cols);
      const gaps: Matrix = scores.subtract(scores.pick(y)).add(1);
      const above = gaps.greaterEqual(0).multiply(isLabel.negate().add(1));
      const dscores = above.subtract(isLabel.multiply(above.sum(1))).divide(scores.rows);
      return [gaps.multiply(above).sum() / scores.rows, dscores];
    };
    expect(String(checkLoss(atLeast, { like: sumOfColumns }))).toMatch(/^checkLoss passed/);
  });

  test("in the library's form and with targets in a matrix", () => {
    const squares: LossFunction<Matrix> = (outputs, targets) => {
      const errors = outputs.subtract(targets);
      const count = errors.rows * errors.cols;
      return { loss: errors.pow(2).sum() / count, gradient: errors.multiply(2 / count) };
    };
    expect(String(checkLoss(squares, { like: meanSquaredError }))).toMatch(/^checkLoss passed/);
  });
});

/** What the course's softmax loss returns, changed. */
const changed =
  (change: (loss: number, dscores: Matrix, scores: Matrix, y: Labels) => unknown): LossPair =>
  (scores, y) => {
    const [loss, dscores] = softmaxLoss(scores, y);
    return change(loss, dscores, scores, y) as readonly [number, Matrix];
  };

describe("a mistaken loss fails", () => {
  test.each<[string, LossPair, string, string]>([
    [
      "returns nothing",
      changed(() => undefined),
      "kind",
      "what it returns is undefined; expected { loss, gradient } or [loss, dscores]",
    ],
    ["returns the loss alone", changed((loss) => loss), "kind", "what it returns is 0"],
    [
      "returns no gradient",
      changed((loss) => ({ loss })),
      "kind",
      "the gradient is undefined; expected a Matrix",
    ],
    [
      "returns rows for a matrix",
      changed((loss, d) => [loss, d.toArray()]),
      "kind",
      "the gradient is an array of length 1; expected a Matrix",
    ],
    ["returns text for a number", changed((loss, d) => [String(loss), d]), "kind", 'the loss is "'],
    [
      "returns the gradient of a row",
      changed((loss, d) => [loss, d.sum(0)]),
      "shape",
      "dL/dscores is 1 x 1; expected 2 x 1",
    ],
    [
      "throws",
      changed(() => {
        throw new Error("not yet");
      }),
      "error",
      "the loss function throws Error: not yet",
    ],
    [
      "is a sum",
      changed((loss, d, { rows }) => [loss * rows, d.multiply(rows)]),
      "result",
      "the loss differs from that of softmaxCrossEntropy",
    ],
    [
      "has a gradient of a sum",
      changed((loss, d, { rows }) => [loss, d.multiply(rows)]),
      "input-gradient",
      "dL/dscores differs from that of softmaxCrossEntropy: at [0, 0] it is -0.5; expected -0.25",
    ],
    [
      "lacks the one at the label",
      changed((loss, _, scores) => [loss, softmax(scores).divide(scores.rows)]),
      "input-gradient",
      "dL/dscores differs",
    ],
  ])("that %s", (_, mine, what, message) => {
    const report = checkLoss(mine, { like: softmaxCrossEntropy });
    expect(report.difference).toMatchObject({ what });
    expect(report.difference?.message).toContain(message);
    expect(report.passed).toBe(false);
  });

  test("that overflows", () => {
    const naive: LossPair = (scores, y) => {
      const exponentials = scores.exp();
      const probabilities: Matrix = exponentials.divide(exponentials.sum(1));
      return [-probabilities.pick(y).log().mean(), softmaxLoss(scores, y)[1]];
    };
    const report = checkLoss(naive, { like: softmaxCrossEntropy });
    expect(report.difference?.what).toBe("result");
    expect(report.difference?.message).toContain(
      "the loss differs from that of softmaxCrossEntropy: it is NaN",
    );
    expect(report.difference?.message).toContain("An exponential of a large number, a division by 0");
  });

  test("that writes to its scores", () => {
    const writing = changed((loss, d, scores) => {
      scores.subtractInPlace(scores.max(1));
      return [loss, d];
    });
    expect(checkLoss(writing, { like: softmaxCrossEntropy }).difference).toMatchObject({
      what: "argument-written",
      place: "scores",
    });
  });

  test("that writes to the labels", () => {
    const writing = changed((loss, d, _, y) => {
      (y as number[])[0] = 7;
      return [loss, d];
    });
    expect(checkLoss(writing, { like: softmaxCrossEntropy }).difference).toMatchObject({
      what: "argument-written",
      place: "targets",
      actual: 7,
    });
  });

  test("that returns the same matrix each time", () => {
    let kept: Matrix | undefined;
    const keeping = changed((loss, d) => {
      if (kept?.rows !== d.rows || kept.cols !== d.cols) kept = d;
      return [loss, kept.assignInPlace(d)];
    });
    const report = checkLoss(keeping, { like: softmaxCrossEntropy });
    expect(report.difference?.what).toBe("overwritten");
    expect(report.difference?.message).toContain("dL/dscores is overwritten by a later call");
    expect(Object.keys(report.input)).toEqual(["scores", "y", "other scores"]);
  });

  test("that sums from call to call", () => {
    let total = 0;
    const summing = changed((loss, d) => {
      total += loss;
      return [total, d];
    });
    expect(checkLoss(summing, { like: softmaxCrossEntropy }).difference).toMatchObject({
      what: "passes-differ",
    });
  });

  test("only if errors are asked for, that takes a label out of range", () => {
    const careless: LossPair = (scores, y) =>
      softmaxLoss(
        scores,
        Array.from(y, (label) => Math.max(0, label)),
      );
    expect(checkLoss(careless, { like: softmaxCrossEntropy }).passed).toBe(true);
    expect(checkLoss(careless, { like: softmaxCrossEntropy, errors: true }).difference).toMatchObject({
      what: "missing-error",
      expected: expect.stringMatching(
        /^RangeError: softmaxCrossEntropy: labels\[0\] is -1; expected an integer/,
      ),
    });
  });
});
