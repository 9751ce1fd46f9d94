import * as fc from "fast-check";
import { Matrix } from "spiralnet";

/**
 * Any float64, the infinities, both zeros, subnormals and NaN among them and more often than chance would
 * have it.
 */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, Number.MIN_VALUE, -Number.MIN_VALUE, 2 ** -1030, Number.MAX_VALUE),
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN),
);

/** Numbers of a size that layers meet. */
export const tameNumber: fc.Arbitrary<number> = fc.double({ min: -3, max: 3, noNaN: true });

/** Small integers: their sums and products are exact. */
export const smallInteger: fc.Arbitrary<number> = fc.integer({ min: -9, max: 9 });

/** A matrix of a shape. */
export function matrixOf(rows: number, cols: number, element = anyNumber): fc.Arbitrary<Matrix> {
  return fc
    .array(element, { minLength: rows * cols, maxLength: rows * cols })
    .map((values) => Matrix.fromArray(values, rows, cols));
}

/** A matrix of any shape from `least` x `least` up to 6 x 6. */
export function anyMatrix(element = anyNumber, least = 0): fc.Arbitrary<Matrix> {
  const dimension = fc.integer({ min: least, max: 6 });
  return fc.tuple(dimension, dimension).chain(([rows, cols]) => matrixOf(rows, cols, element));
}

/** Two matrices of one shape. */
export function twoMatrices(element = anyNumber): fc.Arbitrary<[Matrix, Matrix]> {
  return anyMatrix(element).chain((x) => fc.tuple(fc.constant(x), matrixOf(x.rows, x.cols, element)));
}

/** Scores of 1 to 5 classes for 1 to 5 rows, and a label for each row. */
export function scoresWithLabels(element = tameNumber): fc.Arbitrary<[scores: Matrix, labels: number[]]> {
  const dimension = fc.integer({ min: 1, max: 5 });
  return fc
    .tuple(dimension, dimension)
    .chain(([rows, cols]) =>
      fc.tuple(
        matrixOf(rows, cols, element),
        fc.array(fc.nat(cols - 1), { minLength: rows, maxLength: rows }),
      ),
    );
}

/** Scores of integers, of which some are equal, and a label for each row. */
export const classified: fc.Arbitrary<{ scores: Matrix; labels: number[] }> = fc
  .record({ rows: fc.integer({ min: 1, max: 8 }), cols: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      scores: matrixOf(rows, cols, smallInteger),
      labels: fc.array(fc.nat(cols - 1), { minLength: rows, maxLength: rows }),
    }),
  );
