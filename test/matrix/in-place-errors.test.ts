import { Matrix, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

const x = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]) as Matrix;
const untyped = (value: unknown): never => value as never;

const failing: [name: string, call: (left: Matrix, right: Matrix) => Matrix][] = [
  ["addInPlace", (left, right) => left.addInPlace(right)],
  ["subtractInPlace", (left, right) => left.subtractInPlace(right)],
  ["multiplyInPlace", (left, right) => left.multiplyInPlace(right)],
  ["divideInPlace", (left, right) => left.divideInPlace(right)],
];

describe.each(failing)("%s changes nothing when it fails", (name, call) => {
  test.each([
    [2, 4],
    [3, 3],
    [0, 3],
  ])("on a matrix of 2 x 3 with one of %i x %i", (rows, cols) => {
    const left = x.copy();
    expectError(() => call(left, Matrix.full(rows, cols, 7)), ShapeError, name, "2 x 3", `${rows} x ${cols}`);
    expect(left).toEqual(x);
  });

  test.each([
    [2, 3],
    [2, 1],
  ])("on a row that would need to grow to %i x %i", (rows, cols) => {
    const left = x.row(0);
    expectError(() => call(left, Matrix.full(rows, cols, 7)), ShapeError, name, "1 x 3", `${rows} x ${cols}`);
    expect(left.toArray()).toEqual([[1, 2, 3]]);
  });

  test("with a string for an operand", () => {
    const left = x.copy();
    expectError(() => call(left, untyped("7")), TypeError, `${name}: right is "7"`);
    expect(left).toEqual(x);
  });
});
