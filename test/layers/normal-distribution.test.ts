import { GELU, Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly x: number;
  readonly cumulative: number;
  readonly density: number;
}

const cases = golden<Case>("normal-distribution").filter(({ x }) => x !== 0);
const row = (number: (one: Case) => number) => Matrix.fromArray(cases.map(number), 1, cases.length);
const x = row((one) => one.x);

/*
 * GELU is x Φ(x), and its slope Φ(x) + x φ(x): the two functions can be seen through it.
 */

test("the cumulative normal distribution keeps its digits on both sides of 0 and far below it", () => {
  expect(
    distance(
      new GELU().predict(x),
      row(({ x, cumulative }) => x * cumulative),
    ),
  ).toBeLessThan(2e-15);
});

test("so does the density", () => {
  const gelu = new GELU();
  gelu.forward(x);
  const slopes = gelu.backward(Matrix.full(1, x.cols, 1), { inputGradient: true });
  const expected = row(({ x, cumulative, density }) => cumulative + x * density);
  // Around -0.75 the two terms cancel.
  expect(distance(slopes, expected, 1e-300)).toBeLessThan(1e-13);
  expect(distance(slopes, expected, 1)).toBeLessThan(3e-16);
});
