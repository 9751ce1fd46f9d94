import * as fc from "fast-check";
import { Matrix } from "spiralnet";
import { expect, test } from "vitest";
import { anyMatrix, matrixOf, smallInteger } from "../support/arbitraries.js";

/** Two matrices whose product exists. */
function factors(element?: fc.Arbitrary<number>): fc.Arbitrary<[Matrix, Matrix]> {
  return fc
    .tuple(fc.nat(5), fc.nat(5), fc.nat(5))
    .chain(([n, k, m]) => fc.tuple(matrixOf(n, k, element), matrixOf(k, m, element)));
}

test("each element is a row times a column", () => {
  const x = Matrix.fromRows([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const w = Matrix.fromRows([
    [1, 0, -1, 2],
    [0.5, 1, 1, 0],
  ]);
  expect(x.matmul(w).toArray()).toEqual([
    [2, 2, 1, 2],
    [5, 4, 1, 6],
    [8, 6, 1, 10],
  ]);
});

test("a product without terms is 0", () => {
  expect(Matrix.zeros(2, 0).matmul(Matrix.zeros(0, 3)).toArray()).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(Matrix.zeros(0, 2).matmul(Matrix.zeros(2, 3)).shape).toEqual([0, 3]);
});

test("the identity changes nothing, from the left and from the right", () => {
  fc.assert(
    fc.property(anyMatrix(smallInteger), (x) => {
      expect(x.matmul(Matrix.identity(x.cols)).equals(x)).toBe(true);
      expect(Matrix.identity(x.rows).matmul(x).equals(x)).toBe(true);
    }),
  );
});

test("the transpose of a product is the product of the transposes in reverse order, to the last bit", () => {
  fc.assert(
    fc.property(factors(), ([a, b]) => {
      expect(a.matmul(b).transpose()).toEqual(b.transpose().matmul(a.transpose()));
    }),
  );
});

test("products of integers are associative and distribute over sums", () => {
  const operands = fc
    .tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4))
    .chain(([n, k, l, m]) =>
      fc.tuple(
        matrixOf(n, k, smallInteger),
        matrixOf(k, l, smallInteger),
        matrixOf(k, l, smallInteger),
        matrixOf(l, m, smallInteger),
      ),
    );
  fc.assert(
    fc.property(operands, ([a, b, c, d]) => {
      expect(
        a
          .matmul(b)
          .matmul(d)
          .equals(a.matmul(b.matmul(d))),
      ).toBe(true);
      expect(a.matmul(b.add(c)).equals(a.matmul(b).add(a.matmul(c)))).toBe(true);
    }),
  );
});

test("transposing exchanges rows and columns, and twice restores the matrix", () => {
  fc.assert(
    fc.property(anyMatrix(undefined, 1), (x) => {
      const t = x.transpose();
      expect(t.shape).toEqual([x.cols, x.rows]);
      expect(t.toArray()).toEqual(Array.from({ length: x.cols }, (_, j) => x.toArray().map((row) => row[j])));
      expect(t.transpose()).toEqual(x);
    }),
  );
});

test("reshaping keeps the elements in their order and can be undone", () => {
  const x = Matrix.fromRows([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(x.reshape(3, 2).toArray()).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  fc.assert(
    fc.property(anyMatrix(), (m) => {
      expect(m.reshape(m.cols, m.rows).reshape(m.rows, m.cols)).toEqual(m);
    }),
  );
});
