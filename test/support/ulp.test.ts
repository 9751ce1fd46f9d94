import { expect, test } from "vitest";
import { ulpsApart } from "./ulp.js";

test("ulpsApart counts the steps from one float64 to another", () => {
  expect(ulpsApart(1, 1)).toBe(0);
  expect(ulpsApart(1, 1 + Number.EPSILON)).toBe(1);
  expect(ulpsApart(1, 1 - Number.EPSILON)).toBe(2);
  expect(ulpsApart(-2, -2 - 6 * Number.EPSILON)).toBe(3);
  expect(ulpsApart(-Number.MIN_VALUE, Number.MIN_VALUE)).toBe(2);
  expect(ulpsApart(0, -0)).toBe(0);
  expect(ulpsApart(1, Number.NaN)).toBeNaN();
});
