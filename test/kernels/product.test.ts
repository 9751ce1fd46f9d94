import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "../../src/kernels/allocate.js";
import { type Operand, type Stored, transposed } from "../../src/kernels/operand.js";
import { addProduct, affine, newProduct, product } from "../../src/kernels/product.js";
import { anyNumber } from "../support/arbitraries.js";

/** A matrix whose elements `value` gives. */
function matrix(rows: number, cols: number, value: (i: number, j: number) => number): Stored {
  const data = Float64Array.from({ length: rows * cols }, (_, at) => value(Math.floor(at / cols), at % cols));
  return { rows, cols, data };
}

/** The specification: one accumulator for each element, summed in the order of k. */
function naive(left: Stored, right: Stored, start?: Stored): Float64Array {
  return matrix(left.rows, right.cols, (i, j) => {
    let sum = start ? (start.data[i * right.cols + j] as number) : 0;
    for (let k = 0; k < left.cols; k++) {
      sum += (left.data[i * left.cols + k] as number) * (right.data[k * right.cols + j] as number);
    }
    return sum;
  }).data;
}

/** The same matrix as an operand that is stored column after column. */
function flipped({ rows, cols, data }: Stored): Operand {
  return transposed(matrix(cols, rows, (i, j) => data[j * cols + i] as number));
}

/**
 * Expects the bits of the naive loop from each of the kernels, which get each operand as it is and
 * transposed.
 */
function expectNaive(left: Stored, right: Stored): void {
  const { rows } = left;
  const { cols } = right;
  const old = matrix(rows, cols, (i, j) => Math.sin(i * 3 + j) * 10);
  const bias = matrix(1, cols, (_, j) => Math.cos(j));
  const copy = () => ({ rows, cols, data: old.data.slice() }); // product and affine must not take notice of it
  const sums = naive(left, right);
  const biased = sums.map((sum, i) => sum + (bias.data[i % cols] as number));
  const added = naive(left, right, old);
  const title = `${rows} x ${left.cols} x ${cols}`;
  for (const [a, b] of [
    [left, right],
    [flipped(left), right],
    [left, flipped(right)],
  ] as const) {
    expect(product(copy(), a, b).data, title).toEqual(sums);
    expect(affine(copy(), a, b, bias).data, title).toEqual(biased);
    const out = copy();
    addProduct(out, a, b);
    expect(out.data, title).toEqual(added);
  }
}

/** A deterministic mess: every kind of number, at no regular distance. */
function messy(rows: number, cols: number, salt: number): Stored {
  const odd = [0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 5e-324, -2e-310, 1e308];
  return matrix(rows, cols, (i, j) => {
    const n = ((i * cols + j) * 7919 + salt * 104729) % 1009;
    return n % 97 === 0 ? (odd[n % odd.length] as number) : Math.sin(n) * 10 ** ((n % 7) - 3);
  });
}

describe("products have the bits of the naive triple loop", () => {
  test("for every shape from 0 to 9 in each dimension", () => {
    for (let rows = 0; rows < 10; rows++) {
      for (let inner = 0; inner < 10; inner++) {
        for (let cols = 0; cols < 10; cols++) {
          expectNaive(messy(rows, inner, rows + 1), messy(inner, cols, cols + 11));
        }
      }
    }
  });

  test.each([
    [1, 30, 27],
    [300, 2, 100],
    [33, 100, 3],
    [17, 65, 31],
    [64, 64, 64],
  ])("for %d x %d x %d", (rows, inner, cols) => {
    expectNaive(
      matrix(rows, inner, (i, k) => Math.sin(i * inner + k) * 3),
      matrix(inner, cols, (k, j) => Math.cos((k * cols + j) ** 2)),
    );
  });

  test("for infinities, signed zeros, subnormals and NaN anywhere", () => {
    const size = fc.integer({ min: 1, max: 7 });
    const values = fc.array(anyNumber, { minLength: 49, maxLength: 49 });
    fc.assert(
      fc.property(size, size, size, values, values, (rows, inner, cols, a, b) => {
        expectNaive(
          matrix(rows, inner, (i, k) => a[i * inner + k] as number),
          matrix(inner, cols, (k, j) => b[k * cols + j] as number),
        );
      }),
    );
  });
});

test("the comparison tells zeros of different signs apart and takes NaN as equal to NaN", () => {
  expect(Float64Array.of(0)).not.toEqual(Float64Array.of(-0));
  expect(Float64Array.of(Number.NaN)).toEqual(Float64Array.of(Number.NaN));
});

/** For many numbers, which toEqual takes seconds to compare. */
function expectSameBits(actual: Float64Array, expected: Float64Array): void {
  expect(Buffer.compare(new Uint8Array(actual.buffer), new Uint8Array(expected.buffer))).toBe(0);
}

// The first resident array lies right behind the space that kernels write to.
const neighbour = allocate(5000).fill(9);

describe.each([
  [3, 5, 7],
  [0, 2, 3],
  [2, 0, 3],
  [660, 1, 800], // larger than that space
])("a new product of %d x %d x %d", (rows, inner, cols) => {
  const left = matrix(rows, inner, (i, k) => Math.sin(i * inner + k));
  const right = matrix(inner, cols, (k, j) => Math.sin(k * cols + j + 1));

  test("has the same numbers, and nothing else is written", () => {
    expectSameBits(newProduct(left, right), naive(left, right));
    expect(neighbour.every((value) => value === 9)).toBe(true);
  });

  test("is an array of its own, which the next product leaves alone", () => {
    const result = newProduct(left, right);
    const before = result.slice();
    expect(result.buffer.byteLength).toBe(8 * rows * cols);
    newProduct(messy(4, 4, 1), messy(4, 4, 2));
    expectSameBits(result, before);
  });
});
