import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";

const operations: [name: string, call: (left: Matrix, right: Matrix) => Matrix][] = [
  ["assignInPlace", (left, right) => left.assignInPlace(right)],
  ["addInPlace", (left, right) => left.addInPlace(right)],
  ["subtractInPlace", (left, right) => left.subtractInPlace(right)],
  ["multiplyInPlace", (left, right) => left.multiplyInPlace(right)],
  ["divideInPlace", (left, right) => left.divideInPlace(right)],
];

/** A 2 x 3 matrix in the middle of some memory, and other views of that memory. */
function views() {
  const memory = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  const view = (rows: number, cols: number, start: number): Matrix =>
    new Matrix(rows, cols, memory.subarray(start, start + rows * cols));
  return {
    x: view(2, 3, 1),
    operands: {
      "the same elements": view(2, 3, 1),
      "one element before": view(2, 3, 0),
      "one element after": view(2, 3, 2),
      "its first row": view(1, 3, 1),
      "its last row": view(1, 3, 4),
      "a column across it": view(2, 1, 3),
      "its last element": view(1, 1, 6),
    },
  };
}

describe.each(operations)("%s reads another view of its memory as it was before the call", (_, call) => {
  test.each(Object.keys(views().operands) as (keyof ReturnType<typeof views>["operands"])[])("%s", (name) => {
    const { x, operands } = views();
    const expected = call(x.copy(), operands[name].copy());
    expect(call(x, operands[name])).toBe(x);
    expect(x).toEqual(expected);
  });
});
