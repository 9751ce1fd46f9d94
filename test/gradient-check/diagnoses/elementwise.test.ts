import { Dropout, gradientCheck, type Layer, Matrix, RandomState } from "spiralnet";
import { describe, expect, test } from "vitest";
import { elementwise, Formulas } from "../support/formulas.js";

const x = new RandomState(1).randn(5, 3);
const sigmoidOf = (v: number) => 1 / (1 + Math.exp(-v));
const reluOf = (v: number) => Math.max(0, v);
const reluSlope = (v: number) => Number(v > 0);
type Back = Parameters<typeof elementwise>[1];
const sigmoid = (back: Back) => elementwise(sigmoidOf, back);
const tanh = (back: Back) => elementwise(Math.tanh, back);
const relu = (back: Back) => elementwise(reluOf, back);
const leaky = (back: Back) => elementwise((v) => (v > 0 ? v : 0.1 * v), back);
const silu = (back: Back) => elementwise((v) => v * sigmoidOf(v), back);

/** Inverted dropout of a half, with any way back. `drawn` is another mask. */
function dropout(back: (G: Matrix, mask: Matrix, drawn: () => Matrix) => Matrix): Layer {
  const random = new RandomState(3);
  const draw = ({ rows, cols }: Matrix) => random.rand(rows, cols).less(0.5).multiply(2);
  return new Formulas(
    (x, { training }) => {
      if (!training) return { y: x, back: (G) => G };
      const mask = draw(x);
      return { y: x.multiply(mask), back: (G) => back(G, mask, () => draw(x)) };
    },
    [],
    { random },
  );
}

const cases: [mistake: string, layer: Layer, kind: string, words: string][] = [
  [
    "a rectifier without a mask",
    relu((G) => G),
    "negative-input",
    "only where x < 0, and it is dL/dy instead of 0 there",
  ],
  [
    "a leaky rectifier without its leak",
    leaky((G, x) => G.multiply(x.map(reluSlope))),
    "negative-input",
    "only where x < 0, and it is 0 there",
  ],
  [
    "a leaky rectifier wrong on the right side",
    leaky((G, x) => G.multiply(x.map((v) => (v > 0 ? v : 0.1)))),
    "positive-input",
    "only where x > 0",
  ],
  [
    "a rectifier with the mask upside down",
    relu((G, x) => G.multiply(x.map((v) => Number(v < 0)))),
    "wrong-formula",
    "is dL/dy times 1 where x is -",
  ],
  ["a rectifier with a mask by dL/dy", relu((G) => G.map(reluOf)), "wrong-formula", "take the mask from x"],
  [
    "a rectifier multiplied by y",
    relu((G, _, y) => G.multiply(y)),
    "wrong-formula",
    "the derivative of the layer there",
  ],
  ["a rectifier's mask alone", relu((_, x) => x.map(reluSlope)), "upstream-ignored", "multiply by it"],
  [
    "sigmoid's derivative in y with x",
    sigmoid((G, x) => G.multiply(x).multiply(x.map((v) => 1 - v))),
    "output-formula",
    "put y in the place of x",
  ],
  [
    "sigmoid's derivative at y",
    sigmoid((G, _, y) => G.multiply(y.map((v) => sigmoidOf(v) * (1 - sigmoidOf(v))))),
    "taken-at-output",
    "at y, its result: take it at x",
  ],
  [
    "sigmoid's derivative, half of it",
    sigmoid((G, _, y) => G.multiply(y)),
    "wrong-formula",
    "the derivative of the layer there",
  ],
  [
    "sigmoid's derivative for tanh",
    tanh((G, _, y) => G.multiply(y).multiply(y.map((v) => 1 - v))),
    "wrong-formula",
    "the derivative of the layer there",
  ],
  [
    "tanh's derivative in y with x",
    tanh((G, x) => G.multiply(x.map((v) => 1 - v * v))),
    "output-formula",
    "(1 − x²)",
  ],
  [
    "tanh's derivative without the square",
    tanh((G, _, y) => G.multiply(y.map((v) => 1 - v))),
    "wrong-formula",
    "the derivative of the layer there",
  ],
  [
    "another derivative, known or not",
    elementwise(Math.atan, (G, x) => G.multiply(x.map((v) => 1 / (1 + Math.abs(v))))),
    "wrong-formula",
    "Look into its formula",
  ],
  ["no derivative", tanh((G) => G), "slope-missing", "dL/dy itself"],
  ["the derivative alone", tanh((_G, _x, y) => y.map((v) => 1 - v * v)), "upstream-ignored", "ignores dL/dy"],
  [
    "one term of the product rule",
    silu((G, x) => G.multiply(x.map(sigmoidOf))),
    "term-missing",
    "the product rule",
  ],
  [
    "the other term of it",
    silu((G, x) => G.multiply(x.map((v) => v * sigmoidOf(v) * (1 - sigmoidOf(v))))),
    "wrong-formula",
    "Look into its formula",
  ],
  [
    "a shortcut forgotten",
    elementwise(
      (v) => v + Math.tanh(v),
      (G, x) => G.multiply(x.map((v) => 1 - Math.tanh(v) ** 2)),
    ),
    "term-missing",
    "lacks dL/dy itself",
  ],
  ["dropout without its mask", dropout((G) => G.multiply(2)), "zero-output", "only where y is 0"],
  ["dropout without mask and scale", dropout((G) => G), "slope-missing", "by its mask"],
  ["dropout without its scale", dropout((G, mask) => G.multiply(mask).divide(2)), "factor", "0.5 times"],
  [
    "dropout with a mask drawn anew",
    dropout((G, _, drawn) => G.multiply(drawn())),
    "wrong-formula",
    "or its mask",
  ],
];

describe("an elementwise layer's mistake is named:", () => {
  test.each(cases)("%s", (_mistake, layer, kind, words) => {
    const { diagnoses } = gradientCheck(layer, x);
    expect(diagnoses[0]).toMatchObject({ kind, name: "x" });
    expect(diagnoses[0]?.message).toContain(words);
  });
});

test("the library's Dropout, scaled twice on the way back, has a constant factor", () => {
  class Twice extends Dropout {
    protected override compute(...args: Parameters<Dropout["compute"]>): ReturnType<Dropout["compute"]> {
      const { y, back } = super.compute(...args);
      return { y, back: (G, needed) => back(G, needed)?.divide(0.7) };
    }
  }
  const { diagnoses } = gradientCheck(new Twice(0.3, { random: new RandomState(2) }), x);
  expect(diagnoses.map(({ kind }) => kind)).toEqual(["factor"]);
  expect(diagnoses[0]?.message).toContain("is 1.429 times the right one");
});

test("a wrong derivative is shown where it is wrong", () => {
  const layer = elementwise(Math.atan, (G, x) => G.multiply(x.map((v) => 1 / (1 + Math.abs(v)))));
  const [found] = gradientCheck(layer, Matrix.fromRows([[-3, 0, 3]])).diagnoses;
  expect(found?.message).toMatch(/is dL\/dy times 0.25 where x is -?3: that should be 0.1,/);
});

test("what is no function of x beside dL/dy is not called a wrong derivative", () => {
  const layer = tanh((G, _, y) => G.multiply(y.map((v) => 1 / (2 + v))).add(G.multiply(G)));
  expect(gradientCheck(layer, x)).toMatchObject({ passed: false, diagnoses: [] });
});
