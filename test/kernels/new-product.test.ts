import { describe, expect, test } from "vitest";
import { allocate } from "../../src/kernels/allocate.js";
import { matmul } from "../../src/kernels/matmul.js";
import { newProduct } from "../../src/kernels/new-product.js";

/** rows x cols numbers, all different. */
function operand(rows: number, cols: number) {
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, (_, i) => Math.sin(i + cols)) };
}

// The first resident array lies right behind the space that kernels write to.
const neighbour = allocate(5000).fill(9);

describe.each([
  { rows: 3, inner: 5, cols: 7 },
  { rows: 0, inner: 2, cols: 3 },
  { rows: 2, inner: 0, cols: 3 },
  { rows: 660, inner: 1, cols: 800 }, // larger than that space
])("$rows x $inner x $cols", ({ rows, inner, cols }) => {
  const left = operand(rows, inner);
  const right = operand(inner, cols);

  test("gives what matmul gives, and writes nowhere else", () => {
    const expected = new Float64Array(rows * cols);
    matmul(expected, left, right);
    expect(newProduct(left, right)).toEqual(expected);
    expect(neighbour.every((value) => value === 9)).toBe(true);
  });

  test("is an array of its own, which the next product leaves alone", () => {
    const result = newProduct(left, right);
    const before = result.slice();
    expect(result.buffer.byteLength).toBe(8 * rows * cols);
    newProduct(operand(4, 4), operand(4, 4));
    expect(result).toEqual(before);
  });
});
