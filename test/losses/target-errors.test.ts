import {
  binaryCrossEntropy,
  hinge,
  huber,
  Matrix,
  meanAbsoluteError,
  meanSquaredError,
  NonFiniteError,
  ShapeError,
  softmaxCrossEntropy,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const cols: number = 3; // not known to the compiler
const outputs: Matrix = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);
const withNumber = (value: number): Matrix =>
  Matrix.fromRows([
    [0, 1, 0],
    [1, value, 0],
  ]);

type MatrixLoss = (outputs: Matrix, targets: Matrix, options?: object) => unknown;

/** All functions of outputs and a matrix of targets must refuse these. */
const failures = (f: MatrixLoss, name: string): Failure[] => [
  [
    "targets of fewer rows",
    () => f(outputs, Matrix.zeros(1, cols)),
    ShapeError,
    `${name} is 2 x 3, targets is 1 x 3`,
  ],
  [
    "targets of fewer columns",
    () => f(outputs, Matrix.zeros(2, 1)),
    ShapeError,
    `${name} is 2 x 3, targets is 2 x 1`,
  ],
  ["a row of targets", () => f(Matrix.zeros(0, cols), Matrix.zeros(1, cols)), ShapeError, "0 x 3", "1 x 3"],
  [
    "a NaN target",
    () => f(outputs, withNumber(Number.NaN)),
    RangeError,
    "targets[1, 1] is NaN",
    "finite numbers",
  ],
  [
    "an infinite target",
    () => f(outputs, withNumber(Number.POSITIVE_INFINITY)),
    RangeError,
    "targets[1, 1] is Infinity",
  ],
  [
    "a NaN output",
    () => f(withNumber(Number.NaN), outputs),
    RangeError,
    `${name}[1, 1] is NaN`,
    "finite numbers",
  ],
  [
    "an infinite output",
    () => f(withNumber(Number.NEGATIVE_INFINITY), outputs),
    RangeError,
    `${name}[1, 1] is -Infinity`,
  ],
  [
    "rows for outputs",
    () => f(untyped([[1]]), outputs),
    TypeError,
    `${name} is an array of length 1`,
    "a Matrix",
  ],
  [
    "a misspelt option",
    () => f(outputs, withNumber(0), untyped({ sum: true })),
    TypeError,
    'unknown option "sum"',
  ],
  [
    "a number for options",
    () => f(outputs, withNumber(0), untyped(1)),
    TypeError,
    "options is 1",
    "a plain object",
  ],
];

describe.each<[string, MatrixLoss, string]>([
  ["meanSquaredError", meanSquaredError, "outputs"],
  ["meanAbsoluteError", meanAbsoluteError, "outputs"],
  ["huber", huber, "outputs"],
  ["binaryCrossEntropy", binaryCrossEntropy, "logits"],
  ["softmaxCrossEntropy", softmaxCrossEntropy, "scores"],
])("%s refuses", (name, f, outputsName) => {
  test.each(failures(f, outputsName))("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, name, ...parts);
  });
});

const shape: Failure[] = [
  [
    "rows of targets in place of a matrix",
    () => meanSquaredError(outputs, untyped([[1, 2, 3]])),
    TypeError,
    "meanSquaredError: targets is an array of length 1; expected a Matrix",
  ],
  [
    "labels for three columns of logits",
    () => binaryCrossEntropy(outputs, [0, 1]),
    ShapeError,
    "binaryCrossEntropy: logits is 2 x 3, targets is 2 x 1",
  ],
  [
    "a label for each of too few logits",
    () => binaryCrossEntropy(Matrix.zeros(2, 1), [0, 1, 0]),
    ShapeError,
    "logits is 2 x 1, targets is 3 x 1",
  ],
  [
    "a label that is no class of two",
    () => binaryCrossEntropy(Matrix.zeros(2, 1), [0, 2]),
    RangeError,
    "binaryCrossEntropy: targets[1] is 2; expected an integer from 0 to 1",
  ],
  [
    "a label in a string",
    () => binaryCrossEntropy(Matrix.zeros(2, 1), untyped(["1", 0])),
    TypeError,
    'binaryCrossEntropy: targets[0] is "1"; expected an integer from 0 to 1',
  ],
  [
    "a number for labels",
    () => binaryCrossEntropy(Matrix.zeros(2, 1), untyped(1)),
    TypeError,
    "binaryCrossEntropy: targets is 1; expected a Matrix of probabilities, or an array of labels, 0 or 1",
  ],
  [
    "a binary target above 1",
    () => binaryCrossEntropy(outputs, withNumber(1.5)),
    RangeError,
    "binaryCrossEntropy: targets[1, 1] is 1.5; expected a number from 0 to 1",
  ],
  [
    "a negative binary target",
    () => binaryCrossEntropy(outputs, withNumber(-1e-9)),
    RangeError,
    "binaryCrossEntropy: targets[1, 1] is -1e-9; expected a number from 0 to 1",
  ],
  [
    "a negative probability",
    () => softmaxCrossEntropy(outputs, withNumber(-0.5)),
    RangeError,
    "softmaxCrossEntropy: targets[1, 1] is -0.5; expected a finite number of at least 0",
  ],
  [
    "a smoothing above 1",
    () => softmaxCrossEntropy(outputs, [0, 1], { labelSmoothing: 1.1 }),
    RangeError,
    "softmaxCrossEntropy: labelSmoothing is 1.1; expected a number from 0 to 1",
  ],
  [
    "a smoothing in a string",
    () => softmaxCrossEntropy(outputs, [0, 1], { labelSmoothing: untyped("0") }),
    TypeError,
    'softmaxCrossEntropy: labelSmoothing is "0"; expected a number from 0 to 1',
  ],
  [
    "too few class weights",
    () => softmaxCrossEntropy(outputs, [0, 1], { classWeights: [1, 2] }),
    ShapeError,
    "softmaxCrossEntropy: classWeights is 1 x 2, a row of outputs is 1 x 3",
  ],
  [
    "a negative class weight",
    () => softmaxCrossEntropy(outputs, [0, 1], { classWeights: [1, 2, -1] }),
    RangeError,
    "softmaxCrossEntropy: classWeights[2] is -1; expected a finite number of at least 0",
  ],
  [
    "a class weight of null",
    () => hinge(outputs, [0, 1], { classWeights: [1, untyped(null), 1] }),
    TypeError,
    "hinge: classWeights[1] is null; expected a finite number of at least 0",
  ],
  [
    "too many class weights",
    () => hinge(outputs, [0, 1], { classWeights: [1, 2, 3, 4] }),
    ShapeError,
    "hinge: classWeights is 1 x 4, a row of outputs is 1 x 3",
  ],
  [
    "a number for class weights",
    () => hinge(outputs, [0, 1], { classWeights: untyped(2) }),
    TypeError,
    "hinge: classWeights is 2; expected an array of numbers",
  ],
  [
    "a misspelt option of labels",
    () => hinge(outputs, [0, 1], untyped({ margins: 2 })),
    TypeError,
    'hinge: unknown option "margins"; expected sumColumns, margin, squared, classWeights',
  ],
  ["a negative margin", () => hinge(outputs, [0, 1], { margin: -1 }), RangeError, "hinge: margin is -1"],
  [
    "a power in place of squared",
    () => hinge(outputs, [0, 1], { squared: untyped(2) }),
    TypeError,
    "hinge: squared is 2; expected true or false",
  ],
  [
    "a string for sumColumns",
    () => hinge(outputs, [0, 1], { sumColumns: untyped("yes") }),
    TypeError,
    'hinge: sumColumns is "yes"; expected true or false',
  ],
  [
    "a number for half",
    () => meanSquaredError(outputs, outputs, { half: untyped(0.5) }),
    TypeError,
    "meanSquaredError: half is 0.5; expected true or false",
  ],
  [
    "a delta of 0",
    () => huber(outputs, outputs, { delta: 0 }),
    RangeError,
    "huber: delta is 0; expected a finite number above 0",
  ],
  [
    "a negative weight of positives",
    () => binaryCrossEntropy(outputs, withNumber(0), { posWeight: -1 }),
    RangeError,
    "binaryCrossEntropy: posWeight is -1; expected a finite number of at least 0",
  ],
  [
    "too few weights of positives",
    () => binaryCrossEntropy(outputs, withNumber(0), { posWeight: [1] }),
    ShapeError,
    "binaryCrossEntropy: posWeight is 1 x 1, a row of outputs is 1 x 3",
  ],
];

describe("losses refuse", () => {
  test.each(shape)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts);
  });
});

const far: Failure[] = [
  [
    "meanSquaredError",
    () => meanSquaredError(Matrix.fromRows([[0, 1e160]]), Matrix.zeros(1, 2)),
    NonFiniteError,
    "outputs[0, 1], which is 1e+160, is Infinity",
  ],
  [
    "meanSquaredError",
    () => meanSquaredError(Matrix.fromRows([[0], [1e170], [1e160]]), Matrix.zeros(3, 1)),
    NonFiniteError,
    "outputs[1, 0], which is 1e+170, is Infinity",
  ],
  [
    "meanAbsoluteError",
    () => meanAbsoluteError(Matrix.fromRows([[1e308, 0]]), Matrix.fromRows([[-1e308, 0]])),
    NonFiniteError,
    "outputs[0, 0], which is 1e+308, is Infinity",
  ],
  [
    "huber",
    () => huber(Matrix.fromRows([[1], [1e308]]), Matrix.zeros(2, 1), { delta: 1e10 }),
    NonFiniteError,
    "outputs[1, 0], which is 1e+308, is Infinity",
  ],
  [
    "hinge",
    () => hinge(Matrix.fromRows([[1e308, -1e308]]), [1]),
    NonFiniteError,
    "outputs[0, 0], which is 1e+308, is Infinity",
  ],
  [
    "binaryCrossEntropy",
    () => binaryCrossEntropy(Matrix.fromRows([[-1e308]]), [1], { posWeight: 2 }),
    NonFiniteError,
    "outputs[0, 0], which is -1e+308, is Infinity",
  ],
];

describe("a loss above the largest float64 is an error that names the first place:", () => {
  test.each(far)("%s", (name, call, kind, ...parts) => {
    const expected = "expected outputs closer to their targets";
    expectError(call, kind, `${name}: the loss is above the largest float64`, ...parts, expected);
  });

  test("so is a loss that a sum over columns makes as large", () => {
    const huge = Matrix.full(1, 2, 1.7e308);
    expect(meanAbsoluteError(huge, Matrix.zeros(1, 2)).loss).toBe(1.7e308);
    expectError(
      () => meanAbsoluteError(huge, Matrix.zeros(1, 2), { sumColumns: true }),
      NonFiniteError,
      "meanAbsoluteError: the loss is above the largest float64",
    );
  });

  test("a gradient above it is an error, too", () => {
    const scores = Matrix.fromRows([[1e-300, 1e-300, 0]]);
    const options = { margin: 0, sumColumns: true, classWeights: [0, 0, 1.5e308] };
    expectError(() => hinge(scores, [2], options), NonFiniteError, "hinge: the gradient[0, 2] is -Infinity");
  });
});

test("the mean is right if the sum over the batch overflows", () => {
  const outputs = Matrix.full(4, 1, 1e154);
  expect(meanSquaredError(outputs, Matrix.zeros(4, 1)).loss / 1e308).toBeCloseTo(1, 14);
});
