import { expect, test } from "vitest";
import { exponential } from "../../src/kernels/plain/exponential.js";
import golden from "../golden/exponential.json" with { type: "json" };

const view = new DataView(new ArrayBuffer(8));

/** Floats of one sign in their order as integers in theirs. */
function rank(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigInt64(0);
}

test("e^x is within 1 unit in the last place of the exact value", () => {
  const errors = golden.map(({ x, nearest, rest }) =>
    Math.abs(Number(rank(exponential(x)) - rank(nearest)) - rest),
  );
  expect(Math.max(...errors)).toBeLessThan(1);
});

test("the ends of the range", () => {
  expect(exponential(0)).toBe(1);
  expect(exponential(-0)).toBe(1);
  expect(exponential(-745.2)).toBe(0);
  expect(exponential(-1e308)).toBe(0);
  expect(exponential(Number.NEGATIVE_INFINITY)).toBe(0);
});
