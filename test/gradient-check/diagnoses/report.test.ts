import { diagnose, gradientCheck, Matrix, RandomState, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { affine } from "../support/affine.js";

const x = new RandomState(1).randn(5, 3);
const mean = affine(({ dW, db }) => ({ dW: dW.divide(5), db: db.negate() }));

test("a report prints each diagnosis with its evidence, in lines of a terminal's width", () => {
  const lines = String(gradientCheck(mean, x)).split("\n");
  expect(lines.slice(2)).toEqual([
    "diagnosis: The gradient of W is 0.2 times the right one: don't divide it by 5, the number of",
    "  rows (a sum belongs here, not a mean).",
    expect.stringMatching(/^ {2}evidence: all 6 numbers checked fit; W\[\d, \d\] is .* instead of .*$/),
    "diagnosis: The gradient of b has the wrong sign: change it.",
    expect.stringMatching(/^ {2}evidence: all 2 numbers checked fit; b\[0, \d\] is .* instead of .*$/),
  ]);
  for (const line of lines.slice(2)) expect(line.length).toBeLessThanOrEqual(100);
});

test("a report with diagnoses is plain data", () => {
  const report = gradientCheck(mean, x);
  expect(JSON.parse(JSON.stringify(report)).diagnoses).toEqual(report.diagnoses);
  expect(Object.keys(report.diagnoses[0] ?? {}).sort()).toEqual([
    "error",
    "evidence",
    "kind",
    "message",
    "name",
  ]);
});

test("a mistake that explains several gradients comes first", () => {
  const ones = ({ rows, cols }: Matrix) => Matrix.full(rows, cols, 1);
  const W = new RandomState(5).randn(3, 2);
  // With x centred, xᵀ 1 is 0: zeros explain dW too.
  const layer = affine(({ x, G }) => ({ dW: x.transpose().matmul(ones(G)), db: ones(G).sum(0) }));
  const report = gradientCheck(layer, x.subtract(x.mean(0)));
  expect(W.shape).toEqual([3, 2]);
  expect(report.diagnoses.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "W upstream-ignored",
    "W zeros",
    "b upstream-ignored",
  ]);
});

describe("diagnose refuses", () => {
  const m = Matrix.full(2, 2, 1);
  const right = { name: "W", value: m, actual: m, expected: m };

  test.each([
    ["what is no object", undefined, "diagnose: wrong is undefined"],
    ["an empty name", { ...right, name: "" }, 'diagnose: name is ""'],
    ["a gradient that is no matrix", { ...right, actual: [1] }, "diagnose: actual is an array"],
    ["evidence that is no matrix", { ...right, y: 5 }, "diagnose: y is 5"],
    ["indices that are no list", { ...right, indices: 5 }, "diagnose: indices is 5"],
    ["parameters that are none", { ...right, parameters: [5] }, "diagnose: parameters[0] is 5"],
  ])("%s", (_what, wrong, message) => {
    expect(() => diagnose(wrong as never)).toThrow(TypeError);
    expect(() => diagnose(wrong as never)).toThrow(message);
  });

  test.each([
    [
      "an index out of range",
      { ...right, indices: [4] },
      "diagnose: indices[0] is 4; expected an integer from 0 to 3",
    ],
    [
      "a tolerance of 0",
      { ...right, tolerance: 0 },
      "diagnose: tolerance is 0; expected a finite number above 0",
    ],
    [
      "negative noise",
      { ...right, noise: -1 },
      "diagnose: noise is -1; expected a finite number of at least 0",
    ],
    ["NaN", { ...right, actual: Matrix.full(2, 2, Number.NaN) }, "diagnose: actual[0, 0] is NaN"],
  ])("%s", (_what, wrong, message) => {
    expect(() => diagnose(wrong)).toThrow(RangeError);
    expect(() => diagnose(wrong)).toThrow(message);
  });

  test("gradients of other shapes", () => {
    const other = Matrix.zeros(2, 3);
    expect(() => diagnose({ ...right, expected: other })).toThrow(ShapeError);
    expect(() => diagnose({ ...right, penalty: other })).toThrow(ShapeError);
    expect(() => diagnose({ ...right, x: other, outputGradient: Matrix.zeros(3, 1) })).toThrow(ShapeError);
  });
});
