import {
  binaryCrossEntropy,
  hinge,
  huber,
  type LossAndGradient,
  logSoftmax,
  Matrix,
  meanAbsoluteError,
  meanSquaredError,
  softmaxCrossEntropy,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

const losses = {
  binaryCrossEntropy,
  hinge,
  huber,
  meanAbsoluteError,
  meanSquaredError,
  softmaxCrossEntropy,
} as unknown as Record<string, (outputs: Matrix, targets: unknown, options: object) => LossAndGradient>;

interface Case {
  readonly loss: string;
  readonly outputs: number[][];
  /** Labels, or the rows of a matrix. */
  readonly targets: number[] | number[][];
  readonly options: object;
  readonly value: number;
  readonly gradient: number[][];
}

function run({ loss, outputs, targets, options }: Case): LossAndGradient {
  const isMatrix = Array.isArray(targets[0]);
  const f = losses[loss] as NonNullable<(typeof losses)[string]>;
  return f(Matrix.fromRows(outputs), isMatrix ? Matrix.fromRows(targets as number[][]) : targets, options);
}

const title = ({ loss, options }: Case, i: number) => `${loss} ${JSON.stringify(options)} (case ${i})`;

describe("the loss and its gradient are PyTorch's:", () => {
  test.each(golden<Case>("losses").map((one, i) => [title(one, i), one] as const))("%s", (_, one) => {
    const { loss, gradient } = run(one);
    expect(distance(loss, one.value)).toBeLessThan(1e-14);
    // A gradient is a difference of terms of this size or smaller, so its rounding errors are of that size.
    const size = Math.max(1e-300, ...one.gradient.flat().map(Math.abs));
    expect(distance(gradient, one.gradient, size)).toBeLessThan(1e-14);
  });
});

describe("certain, huge and tiny outputs have a loss with all its digits:", () => {
  const extremes = golden<Case & { readonly logs: number[][] }>("losses-extremes");

  test.each(
    extremes.filter(({ loss }) => loss !== "logSoftmax").map((one, i) => [title(one, i), one] as const),
  )("%s", (_, one) => {
    expect(distance(run(one).loss, one.value, 1e-307)).toBeLessThan(1e-14);
  });

  test.each(extremes.filter(({ loss }) => loss === "logSoftmax"))("logSoftmax of $outputs", (one) => {
    expect(distance(logSoftmax(Matrix.fromRows(one.outputs)), one.logs, 1e-307)).toBeLessThan(1e-14);
  });
});
