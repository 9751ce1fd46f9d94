import { gradientCheck, Matrix, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { type Affine, affine } from "../support/affine.js";

type Bend = Parameters<typeof affine>[0];
type Case = [
  mistake: string,
  bend: Bend,
  name: string,
  kind: string,
  words: string,
  shape?: [number, number],
];

const x = new RandomState(1).randn(5, 3);
const square: [number, number] = [3, 3];
const part = (m: Matrix, start: number, end: number) => m.slice([start, end]);
const product = ({ x, G }: Affine, start: number, end: number) =>
  part(x, start, end)
    .transpose()
    .matmul(part(G, start, end));
const ones = ({ rows, cols }: Matrix) => Matrix.full(rows, cols, 1);
const sameBut = (m: Matrix, change: (row: number, col: number) => boolean, by = 0) =>
  m.map((value, row, col) => (change(row, col) ? value * by : value));

const cases: Case[] = [
  [
    "a mean over the rows",
    ({ dW }) => ({ dW: dW.divide(5) }),
    "W",
    "factor",
    "0.2 times the right one: don't divide it by 5, the number of rows",
  ],
  [
    "a sum over the rows",
    ({ db }) => ({ db: db.multiply(5) }),
    "b",
    "factor",
    "5 times the right one: divide it by 5, the number of rows",
  ],
  [
    "a division by the columns",
    ({ dx }) => ({ dx: dx.divide(2) }),
    "x",
    "factor",
    "don't divide it by 2, the number of columns",
  ],
  [
    "a division by all elements",
    ({ dW }) => ({ dW: dW.divide(10) }),
    "W",
    "factor",
    "10, the number of elements",
  ],
  ["twice", ({ dW }) => ({ dW: dW.multiply(2) }), "W", "factor", "add it once", square],
  [
    "half",
    ({ dW }) => ({ dW: dW.divide(2) }),
    "W",
    "factor",
    "multiply it by 2, as the derivative of a square is",
    square,
  ],
  ["the sign", ({ dW }) => ({ dW: dW.negate() }), "W", "sign", "has the wrong sign: change it"],
  [
    "the sign, and a mean",
    ({ dW }) => ({ dW: dW.divide(-5) }),
    "W",
    "factor",
    "-0.2 times the right one: change the sign, and",
  ],
  [
    "another factor",
    ({ dW }) => ({ dW: dW.multiply(1.7) }),
    "W",
    "factor",
    "1.7 times the right one: look for a factor",
  ],
  ["zeros", ({ dW }) => ({ dW: dW.multiply(0) }), "W", "zeros", "0 everywhere"],
  [
    "the transpose",
    ({ dW }) => ({ dW: dW.transpose() }),
    "W",
    "transposed",
    "order of its transpose",
    square,
  ],
  [
    "the transpose, reshaped",
    ({ dW }) => ({ dW: dW.transpose().reshape(3, 2) }),
    "W",
    "transposed",
    "reshaping does not",
  ],
  ["x reshaped in xᵀG", ({ x, G }) => ({ dW: x.reshape(3, 5).matmul(G) }), "W", "transposed", "use xᵀ dL/dy"],
  ["W for Wᵀ", ({ G, W }) => ({ dx: G.matmul(W) }), "x", "transposed", "use dL/dy Wᵀ", square],
  [
    "W reshaped for Wᵀ",
    ({ G, W }) => ({ dx: G.matmul(W.reshape(2, 3)) }),
    "x",
    "transposed",
    "use dL/dy Wᵀ (reshaping",
  ],
  [
    "y for x",
    ({ y, G }) => ({ dW: y.transpose().matmul(G) }),
    "W",
    "taken-at-output",
    "y, the result",
    square,
  ],
  ["the first example alone", ({ G }) => ({ db: G.row(0) }), "b", "one-example", "that of the first example"],
  [
    "the last example alone",
    (a) => ({ dW: product(a, 4, 5) }),
    "W",
    "one-example",
    "that of the last example",
  ],
  ["all but the first example", (a) => ({ dW: product(a, 1, 5) }), "W", "example-missing", "lacks the first"],
  [
    "all but the last example",
    ({ G }) => ({ db: part(G, 0, 4).sum(0) }),
    "b",
    "example-missing",
    "lacks the last",
  ],
  [
    "1s for dL/dy in dW",
    ({ x, G }) => ({ dW: x.transpose().matmul(ones(G)) }),
    "W",
    "upstream-ignored",
    "ignores dL/dy",
  ],
  ["1s for dL/dy in db", ({ G }) => ({ db: ones(G).sum(0) }), "b", "upstream-ignored", "ignores dL/dy"],
  [
    "1s for dL/dy in dx",
    ({ G, W }) => ({ dx: ones(G).matmul(W.transpose()) }),
    "x",
    "upstream-ignored",
    "ignores dL/dy",
  ],
  [
    "the first row left out",
    ({ dW }) => ({ dW: sameBut(dW, (row) => row === 0) }),
    "W",
    "first-row",
    "in the first row, and it is 0",
  ],
  [
    "the last row wrong",
    ({ dW }) => ({ dW: sameBut(dW, (row) => row === 2, 3) }),
    "W",
    "last-row",
    "3 times the right one there",
    [3, 4],
  ],
  [
    "the first column left out",
    ({ dW }) => ({ dW: sameBut(dW, (_, col) => col === 0) }),
    "W",
    "first-column",
    "first column",
  ],
  [
    "the last column left out",
    ({ db }) => ({ db: sameBut(db, (_, col) => col === 3) }),
    "b",
    "last-column",
    "last column",
    [3, 4],
  ],
  [
    "one class left out",
    ({ dW }) => ({ dW: sameBut(dW, (_, col) => col === 1) }),
    "W",
    "one-class",
    "in column 1 (counted from 0)",
    [3, 4],
  ],
  [
    "a decay in the layer",
    ({ dW, W }) => ({ dW: dW.add(W.multiply(0.3)) }),
    "W",
    "value-added",
    "too large by 0.3 W",
  ],
];

describe("an affine layer's gradient that is or has", () => {
  test.each(cases)("%s", (_mistake, bend, name, kind, words, shape) => {
    const report = gradientCheck(affine(bend, shape), x);
    expect(report.passed).toBe(false);
    expect([...new Set(report.diagnoses.map((diagnosis) => diagnosis.name))]).toEqual([name]);
    expect(report.diagnoses[0]).toMatchObject({ kind, name });
    expect(report.diagnoses[0]?.message).toContain(words);
    expect(report.diagnoses[0]?.error).toBeLessThan(1e-6);
  });
});
