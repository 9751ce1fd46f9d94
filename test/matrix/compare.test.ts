import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";

const row = (...values: number[]): Matrix => Matrix.fromRows([values]);

describe("equals", () => {
  test("needs the same shape and the same numbers", () => {
    expect(row(1, 2).equals(row(1, 2))).toBe(true);
    expect(row(1, 2).equals(row(1, 3))).toBe(false);
    expect(row(1, 2).equals(row(1, 2).transpose())).toBe(false);
    expect(row(1, 2).equals(row(1))).toBe(false);
    expect(Matrix.zeros(0, 2).equals(Matrix.zeros(0, 3))).toBe(false);
    expect(Matrix.zeros(2, 0).equals(Matrix.zeros(3, 0))).toBe(false);
    expect(Matrix.zeros(0, 2).equals(Matrix.zeros(0, 2))).toBe(true);
  });

  test("-0 equals 0 and NaN equals nothing", () => {
    expect(row(0).equals(row(-0))).toBe(true);
    expect(row(Number.NaN).equals(row(Number.NaN))).toBe(false);
  });

  test("anything that is no matrix is not equal", () => {
    expect(row(1).equals([[1]] as never)).toBe(false);
    expect(row(1).equals(undefined as never)).toBe(false);
  });
});

describe("allClose", () => {
  test("allows atol + rtol |other|, NumPy's 1e-8 and 1e-5 if not given", () => {
    expect(row(1000.0099).allClose(row(1000))).toBe(true);
    expect(row(1000.0101).allClose(row(1000))).toBe(false);
    expect(row(0.9e-8).allClose(row(0))).toBe(true);
    expect(row(-1.1e-8).allClose(row(0))).toBe(false);
  });

  test("measures rtol by the other matrix", () => {
    expect(row(1).allClose(row(2), { rtol: 0.5, atol: 0 })).toBe(true);
    expect(row(2).allClose(row(1), { rtol: 0.5, atol: 0 })).toBe(false);
    expect(row(-1).allClose(row(-2), { rtol: 0.5, atol: 0 })).toBe(true);
  });

  test("the bound itself is close", () => {
    expect(row(1.25).allClose(row(1), { rtol: 0, atol: 0.25 })).toBe(true);
    expect(row(1.25).allClose(row(1), { rtol: 0, atol: 0.125 })).toBe(false);
  });

  test("is false if one element is too far", () => {
    expect(row(1, 2, 3).allClose(row(1, 2.1, 3))).toBe(false);
  });

  test("infinities are close to themselves only, NaN to nothing", () => {
    const { POSITIVE_INFINITY: up, NEGATIVE_INFINITY: down, NaN: none } = Number;
    expect(row(up, down).allClose(row(up, down))).toBe(true);
    expect(row(up).allClose(row(down))).toBe(false);
    expect(row(1).allClose(row(up))).toBe(false);
    expect(row(up).allClose(row(1))).toBe(false);
    expect(row(none).allClose(row(none))).toBe(false);
    expect(row(1).allClose(row(none))).toBe(false);
  });
});
