import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "../../src/kernels/allocate.js";
import { transposed } from "../../src/kernels/operand.js";
import { matmul, newProduct } from "../../src/kernels/product.js";
import { anyNumber } from "../support/arbitraries.js";

/** The specification: one accumulator for each element, summed in the order of k. */
function naive(
  rows: number,
  inner: number,
  cols: number,
  left: (i: number, k: number) => number,
  right: (k: number, j: number) => number,
): Float64Array {
  const out = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += left(i, k) * right(k, j);
      out[i * cols + j] = sum;
    }
  }
  return out;
}

interface Shape {
  readonly rows: number;
  readonly inner: number;
  readonly cols: number;
}

const kernels = [
  {
    name: "left · right",
    kernel: (out: Float64Array, a: Float64Array, b: Float64Array, { rows, inner, cols }: Shape) =>
      matmul(out, { rows, cols: inner, data: a }, { rows: inner, cols, data: b }),
    expected: (a: Float64Array, b: Float64Array, { rows, inner, cols }: Shape) =>
      naive(
        rows,
        inner,
        cols,
        (i, k) => a[i * inner + k] as number,
        (k, j) => b[k * cols + j] as number,
      ),
  },
  {
    name: "leftᵀ · right",
    kernel: (out: Float64Array, a: Float64Array, b: Float64Array, { rows, inner, cols }: Shape) =>
      matmul(out, transposed({ rows: inner, cols: rows, data: a }), { rows: inner, cols, data: b }),
    expected: (a: Float64Array, b: Float64Array, { rows, inner, cols }: Shape) =>
      naive(
        rows,
        inner,
        cols,
        (i, k) => a[k * rows + i] as number,
        (k, j) => b[k * cols + j] as number,
      ),
  },
  {
    name: "left · rightᵀ",
    kernel: (out: Float64Array, a: Float64Array, b: Float64Array, { rows, inner, cols }: Shape) =>
      matmul(out, { rows, cols: inner, data: a }, transposed({ rows: cols, cols: inner, data: b })),
    expected: (a: Float64Array, b: Float64Array, { rows, inner, cols }: Shape) =>
      naive(
        rows,
        inner,
        cols,
        (i, k) => a[i * inner + k] as number,
        (k, j) => b[j * inner + k] as number,
      ),
  },
];

/** A deterministic mess: every kind of number, at no regular distance. */
function numbers(count: number, salt: number): Float64Array {
  const odd = [0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 5e-324, -2e-310, 1e308];
  return Float64Array.from({ length: count }, (_, i) => {
    const n = (i * 7919 + salt * 104729) % 1009;
    return n % 97 === 0 ? (odd[n % odd.length] as number) : Math.sin(n) * 10 ** ((n % 7) - 3);
  });
}

describe.each(kernels)("$name gives the bits of the naive triple loop", ({ kernel, expected }) => {
  test("for every shape from 0 to 9 in each dimension", () => {
    for (let rows = 0; rows < 10; rows++) {
      for (let inner = 0; inner < 10; inner++) {
        for (let cols = 0; cols < 10; cols++) {
          const [a, b] = [numbers(rows * inner, rows + 1), numbers(inner * cols, cols + 11)];
          const out = new Float64Array(rows * cols).fill(123); // what was in it must not matter
          kernel(out, a, b, { rows, inner, cols });
          expect(out, `${rows} x ${inner} x ${cols}`).toEqual(expected(a, b, { rows, inner, cols }));
        }
      }
    }
  });

  test.each([
    { rows: 300, inner: 2, cols: 100 },
    { rows: 33, inner: 100, cols: 3 },
    { rows: 17, inner: 65, cols: 31 },
    { rows: 64, inner: 64, cols: 64 },
  ])("for $rows x $inner x $cols", (shape) => {
    const { rows, inner, cols } = shape;
    const a = Float64Array.from({ length: rows * inner }, (_, i) => Math.sin(i) * 3);
    const b = Float64Array.from({ length: inner * cols }, (_, i) => Math.cos(i * i));
    const out = new Float64Array(rows * cols);
    kernel(out, a, b, { rows, inner, cols });
    expect(out).toEqual(expected(a, b, shape));
  });

  test("for infinities, signed zeros, subnormals and NaN anywhere", () => {
    const dimension = fc.integer({ min: 1, max: 7 });
    const operands = fc
      .record({ rows: dimension, inner: dimension, cols: dimension })
      .chain((shape) =>
        fc.tuple(fc.constant(shape), values(shape.rows * shape.inner), values(shape.inner * shape.cols)),
      );
    fc.assert(
      fc.property(operands, ([shape, a, b]) => {
        const out = new Float64Array(shape.rows * shape.cols);
        kernel(out, a, b, shape);
        expect(out).toEqual(expected(a, b, shape));
      }),
    );
  });
});

function values(count: number): fc.Arbitrary<Float64Array> {
  return fc.array(anyNumber, { minLength: count, maxLength: count }).map((list) => Float64Array.from(list));
}

test("the comparison tells zeros of different signs apart and takes NaN as equal to NaN", () => {
  expect(Float64Array.of(0)).not.toEqual(Float64Array.of(-0));
  expect(Float64Array.of(Number.NaN)).toEqual(Float64Array.of(Number.NaN));
});

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

  test("newProduct gives what matmul gives, and writes nowhere else", () => {
    const expected = new Float64Array(rows * cols);
    matmul(expected, left, right);
    expect(newProduct(left, right)).toEqual(expected);
    expect(neighbour.every((value) => value === 9)).toBe(true);
  });

  test("newProduct gives an array of its own, which the next product leaves alone", () => {
    const result = newProduct(left, right);
    const before = result.slice();
    expect(result.buffer.byteLength).toBe(8 * rows * cols);
    newProduct(operand(4, 4), operand(4, 4));
    expect(result).toEqual(before);
  });
});
