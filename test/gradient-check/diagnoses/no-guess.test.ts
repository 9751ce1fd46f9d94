import fc from "fast-check";
import {
  BatchNorm,
  Dense,
  Dropout,
  diagnose,
  ELU,
  Embedding,
  GELU,
  gradientCheck,
  hinge,
  huber,
  L2,
  LayerNorm,
  LeakyReLU,
  Matrix,
  meanSquaredError,
  RandomState,
  ReLU,
  Residual,
  Sigmoid,
  SiLU,
  Softmax,
  Softplus,
  sequential,
  softmaxCrossEntropy,
  Tanh,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { affine } from "../support/affine.js";
import { elementwise } from "../support/formulas.js";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const sides = fc.integer({ min: 1, max: 6 });

/** The gradient with noise on some of its elements, one at least. */
function noisy(gradient: Matrix, random: RandomState, share: number): Matrix {
  const hit = random.rand(gradient.rows, gradient.cols).less(share);
  hit.data[random.randint(0, hit.data.length)] = 1;
  return gradient.add(random.randn(gradient.rows, gradient.cols).multiply(hit));
}

describe("noise gets no diagnosis", () => {
  test("whatever the shape, and however much of the gradient is hit", () => {
    fc.assert(
      fc.property(
        seeds,
        sides,
        sides,
        sides,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (seed, rows, inputs, outputs, share) => {
          const random = new RandomState(seed);
          const [x, W, G] = [
            random.randn(rows, inputs),
            random.randn(inputs, outputs),
            random.randn(rows, outputs),
          ];
          const y = x.matmul(W);
          const known = { x, y, outputGradient: G, parameters: [{ name: "W", value: W }] };
          const [dW, dx] = [x.transpose().matmul(G), G.matmul(W.transpose())];
          const wrongW = { ...known, name: "W", value: W, actual: noisy(dW, random, share), expected: dW };
          const wrongX = { ...known, name: "x", value: x, actual: noisy(dx, random, share), expected: dx };
          expect([...diagnose(wrongW), ...diagnose(wrongX)]).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("in layers and losses", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = new RandomState(seed);
        const x = random.randn(4, 3);
        const labels = [0, 2, 1, 1];
        const loss = (scores: Matrix) => {
          const right = softmaxCrossEntropy(scores, labels);
          return { ...right, gradient: noisy(right.gradient, new RandomState(seed), 0.5) };
        };
        const way = (G: Matrix) => noisy(G, new RandomState(seed), 0.5);
        const subjects = [
          affine(({ dW }) => ({ dW: way(dW) })),
          affine(({ db }) => ({ db: way(db) })),
          elementwise(Math.tanh, (G, _, y) => way(G.multiply(y.map((v) => 1 - v * v)))),
          elementwise(
            (v) => Math.max(0, v),
            (G, x) => way(G).multiply(x.greater(0)),
          ),
          loss,
        ];
        for (const subject of subjects) expect(gradientCheck(subject, x).diagnoses).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test("right layers and losses of every kind get none", () => {
  const random = new RandomState(3);
  const x = random.randn(5, 4);
  const layers = [
    new Dense(4, 4, { random }),
    new ReLU(),
    new LeakyReLU(),
    new ELU(),
    new GELU(),
    new SiLU(),
    new Softplus(),
    new Sigmoid(),
    new Tanh(),
    new Softmax(),
    new BatchNorm(4),
    new LayerNorm(4),
    new Dropout(0.4, { random }),
    new Residual(new Dense(4, 4, { random })),
  ];
  for (const layer of [...layers, sequential(...layers)]) {
    const report = gradientCheck(layer, x, { regularizer: new L2(0.1), tolerance: 1e-5 });
    expect(report.diagnoses, String(report)).toEqual([]);
  }
  const labels = [0, 1, 2, 3, 1];
  const losses = [
    (s: Matrix) => softmaxCrossEntropy(s, labels),
    (s: Matrix) => hinge(s, labels),
    (s: Matrix) => meanSquaredError(s, x.multiply(2)),
    (s: Matrix) => huber(s, x.multiply(2)),
  ];
  for (const loss of losses) expect(gradientCheck(loss, x).diagnoses).toEqual([]);
  const embedding = new Embedding(5, 3, { random });
  expect(
    gradientCheck(embedding, Matrix.fromRows([[0], [4], [1]]), { inputGradient: false }).diagnoses,
  ).toEqual([]);
});

describe("a gradient gets no diagnosis if", () => {
  const random = new RandomState(1);
  const value = random.randn(4, 3);
  const expected = random.randn(4, 3);

  test("it is right, or right to the tolerance", () => {
    expect(diagnose({ name: "W", value, actual: expected, expected })).toEqual([]);
    const actual = expected.multiply(1.001);
    expect(diagnose({ name: "W", value, actual, expected, tolerance: 0.01 })).toEqual([]);
    expect(diagnose({ name: "W", value, actual, expected })).toMatchObject([{ kind: "factor" }]);
  });

  test("it is nothing but noise", () => {
    expect(diagnose({ name: "W", value, actual: expected.negate(), expected, noise: 0.1 })).toEqual([]);
  });

  test("it has one number, unless the factor is a usual one", () => {
    const one = (actual: number) =>
      diagnose({
        name: "b",
        value: Matrix.full(1, 1, 3),
        actual: Matrix.full(1, 1, actual),
        expected: Matrix.full(1, 1, 0.7),
        x: value,
      });
    expect(one(0.6)).toEqual([]);
    expect(one(0.175)).toMatchObject([{ kind: "factor" }]);
    expect(one(0.175)[0]?.evidence).toContain("as it may fit another mistake too");
  });

  test("one place of it is wrong", () => {
    const actual = expected.copy().set(0, 1, 5);
    expect(diagnose({ name: "W", value, actual, expected })).toEqual([]);
  });

  test("it is empty", () => {
    const empty = Matrix.zeros(0, 3);
    expect(diagnose({ name: "x", value: empty, actual: empty, expected: empty })).toEqual([]);
    expect(gradientCheck(new Dense(3, 2), empty).diagnoses).toEqual([]);
  });
});

test("places that are not known don't count", () => {
  const random = new RandomState(1);
  const expected = random.randn(4, 3);
  const actual = expected.multiply(2).set(3, 2, 100);
  const wrong = { name: "W", value: expected, actual, expected };
  expect(diagnose(wrong)).toEqual([]);
  expect(diagnose({ ...wrong, indices: [0, 1, 2, 3, 4] })).toMatchObject([{ kind: "factor" }]);
});

test("a sample is enough for a diagnosis", () => {
  const layer = affine(({ dW, dx }) => ({ dW: dW.negate(), dx: dx.divide(40) }), [30, 20]);
  const report = gradientCheck(layer, new RandomState(1).randn(40, 30), { samples: 8 });
  expect(report.checked).toBe(24);
  expect(report.diagnoses.map(({ name, kind }) => [name, kind])).toEqual([
    ["W", "sign"],
    ["x", "factor"],
  ]);
});

test("numbers at a kink don't count", () => {
  const x = new RandomState(1).randn(4, 3).set(1, 1, 0);
  class Negated extends ReLU {
    protected override compute(...[x, pass]: Parameters<ReLU["compute"]>): ReturnType<ReLU["compute"]> {
      const { y, back } = super.compute(x, pass);
      return { y, back: (G, needed) => back(G, needed)?.negate().add(x.equalTo(0)) };
    }
  }
  const report = gradientCheck(new Negated(), x);
  expect(report.kinks).toHaveLength(1);
  expect(report.diagnoses).toMatchObject([{ kind: "sign" }]);
});
