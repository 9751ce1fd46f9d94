import { gradientCheck, type Layer, type Matrix, parameter, RandomState, softmax } from "spiralnet";
import { describe, expect, test } from "vitest";
import { Formulas } from "../support/formulas.js";

const random = new RandomState(1);
const x = random.randn(6, 4);
const axes = [0, 1] as const;
type Axis = (typeof axes)[number];

/** What the way back of a normalization has at hand, among it its right gradients. */
interface Known {
  readonly G: Matrix;
  readonly D: Matrix;
  readonly n: Matrix;
  readonly x: Matrix;
  readonly y: Matrix;
  readonly deviation: Matrix;
  readonly dGamma: Matrix;
  readonly dx: Matrix;
}

/** Batch (axis 0) or layer normalization (axis 1), right but for what `bend` gives. */
function normalization(axis: Axis, bend: (known: Known) => Partial<Pick<Known, "dx" | "dGamma">>): Layer {
  const draw = new RandomState(2);
  const gamma = parameter("gamma", draw.rand(1, 4).add(0.5), "bias");
  const beta = parameter("beta", draw.randn(1, 4), "bias");
  return new Formulas(
    (x) => {
      const deviation = x.variance(axis).add(1e-5).sqrt() as Matrix;
      const n = x.subtract(x.mean(axis) as Matrix).divide(deviation);
      const y = n.multiply(gamma.value).add(beta.value);
      return {
        y,
        back(G) {
          const D = G.multiply(gamma.value);
          const right = { dx: back(D, n, deviation, axis), dGamma: G.multiply(n).sum(0) };
          const { dx, dGamma } = { ...right, ...bend({ G, D, n, x, y, deviation, ...right }) };
          gamma.gradient.addInPlace(dGamma);
          beta.gradient.addInPlace(G.sum(0));
          return dx;
        },
      };
    },
    [gamma, beta],
  );
}

function back(D: Matrix, n: Matrix, deviation: Matrix, axis: Axis): Matrix {
  const means = (D.mean(axis) as Matrix).add(0);
  return D.subtract(means)
    .subtract(n.multiply(D.multiply(n).mean(axis) as Matrix))
    .divide(deviation);
}

type Case = [mistake: string, bend: Parameters<typeof normalization>[1], name: string, kind: string];
const casesOf = (axis: Axis): Case[] => [
  ["both means missing", ({ D, deviation }) => ({ dx: D.divide(deviation) }), "x", "term-missing"],
  [
    "the first mean missing",
    ({ D, n, deviation }) => ({
      dx: D.subtract(n.multiply(D.multiply(n).mean(axis) as Matrix)).divide(deviation),
    }),
    "x",
    "term-missing",
  ],
  [
    "the second mean missing",
    ({ D, deviation }) => ({ dx: D.subtract(D.mean(axis) as Matrix).divide(deviation) }),
    "x",
    "term-missing",
  ],
  [
    "the deviation forgotten",
    ({ dx, deviation }) => ({ dx: dx.multiply(deviation) }),
    "x",
    axis === 0 ? "column-factors" : "row-factors",
  ],
  ["y in the scale's gradient", ({ G, y }) => ({ dGamma: G.multiply(y).sum(0) }), "gamma", "taken-at-output"],
  ["x in the scale's gradient", ({ G, x }) => ({ dGamma: G.multiply(x).sum(0) }), "gamma", "wrong-formula"],
];

describe.each(axes)("a normalization along axis %i with", (axis) => {
  test.each(casesOf(axis))("%s", (_mistake, bend, name, kind) => {
    const { diagnoses } = gradientCheck(normalization(axis, bend), x);
    expect(diagnoses.map((diagnosis) => diagnosis.name)).toEqual([name]);
    expect(diagnoses[0]?.kind).toBe(kind);
  });

  test("no mistake has no diagnosis", () => {
    expect(
      gradientCheck(
        normalization(axis, () => ({})),
        x,
      ),
    ).toMatchObject({ passed: true, diagnoses: [] });
  });
});

test("a batch normalization whose scale is forgotten in dL/dx", () => {
  const layer = normalization(0, ({ G, n, deviation }) => ({ dx: back(G, n, deviation, 0) }));
  const { diagnoses } = gradientCheck(layer, x);
  expect(diagnoses[0]).toMatchObject({ kind: "column-factors", name: "x" });
  expect(diagnoses[0]?.message).toContain("lacks the factor gamma");
});

describe("a softmax layer", () => {
  const layer = (way: (G: Matrix, y: Matrix) => Matrix) =>
    new Formulas((x) => {
      const y = softmax(x);
      return { y, back: (G) => way(G, y) };
    });

  test.each<[string, (G: Matrix, y: Matrix) => Matrix, string, string]>([
    ["without the sum", (G, y) => G.multiply(y), "term-missing", "is y dL/dy"],
    [
      "with the diagonal alone",
      (G, y) => G.multiply(y).multiply(y.map((p) => 1 - p)),
      "term-missing",
      "is y (1 − y) dL/dy",
    ],
    [
      "with the sum of columns",
      (G, y) => y.multiply(G.subtract(G.multiply(y).sum(0))),
      "wrong-axis",
      "each column",
    ],
    [
      "at y",
      (G, y) => softmax(y).multiply(G.subtract(G.multiply(softmax(y)).sum(1))),
      "taken-at-output",
      "at y",
    ],
  ])("%s", (_mistake, way, kind, words) => {
    const { diagnoses } = gradientCheck(layer(way), x);
    expect(diagnoses[0]?.kind).toBe(kind);
    expect(diagnoses[0]?.message).toContain(words);
  });
});
