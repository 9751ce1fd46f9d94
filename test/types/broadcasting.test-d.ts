import type { Matrix } from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

declare const x: Matrix<3, 4>;
declare const row: Matrix<1, 4>;
declare const column: Matrix<3, 1>;
declare const single: Matrix<1, 1>;
declare const unknown: Matrix;
declare const someRows: Matrix<number, 4>;

describe("sums and the other operations on elements", () => {
  test("with a matrix of the same shape, a row, a column or a number keep the shape", () => {
    expectTypeOf(x.add(x)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.subtract(row)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.multiply(column)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.divide(single)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.maximum(0)).toEqualTypeOf<Matrix<3, 4>>();
  });

  test("stretch the left matrix too", () => {
    expectTypeOf(row.add(x)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(column.minimum(x)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(column.add(row)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(single.add(single)).toEqualTypeOf<Matrix<1, 1>>();
  });

  test("take a dimension known only at run time from the other matrix", () => {
    expectTypeOf(x.add(unknown)).toExtend<Matrix>();
    expectTypeOf(someRows.add(row)).toEqualTypeOf<Matrix<number, 4>>();
    expectTypeOf(someRows.add(x)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(unknown.multiply(2)).toEqualTypeOf<Matrix>();
  });

  test("do not compile if the shapes don't broadcast", () => {
    // @ts-expect-error left is 3 x 4, right is 4 x 3
    x.add(x.transpose());
    // @ts-expect-error left is 3 x 4, right is 4 x 1
    x.subtract(row.transpose());
    // @ts-expect-error left is 1 x 4, right is 3 x 5
    row.multiply(x.reshape(3, 5));
    // @ts-expect-error a string is no number
    x.divide("2");
  });
});

describe("operations in place", () => {
  test("keep the left matrix's type", () => {
    expectTypeOf(x.addInPlace(row)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.subtractInPlace(column)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.multiplyInPlace(3)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.divideInPlace(unknown)).toEqualTypeOf<Matrix<3, 4>>();
  });

  test("do not compile if the result would not fit", () => {
    // @ts-expect-error left is 1 x 4, right is 3 x 4
    row.addInPlace(x);
    // @ts-expect-error left is 3 x 1, right is 3 x 4
    column.subtractInPlace(x);
    // @ts-expect-error left is 3 x 4, right is 3 x 5
    x.multiplyInPlace(x.reshape(3, 5));
  });
});

describe("reductions", () => {
  test("of all elements give a number", () => {
    expectTypeOf(x.sum()).toEqualTypeOf<number>();
    expectTypeOf(x.argmax()).toEqualTypeOf<number>();
  });

  test("along axis 0 give a row, along axis 1 a column", () => {
    expectTypeOf(x.sum(0)).toEqualTypeOf<Matrix<1, 4>>();
    expectTypeOf(x.mean(1)).toEqualTypeOf<Matrix<3, 1>>();
    expectTypeOf(x.max(0)).toEqualTypeOf<Matrix<1, 4>>();
    expectTypeOf(x.min(1)).toEqualTypeOf<Matrix<3, 1>>();
    expectTypeOf(x.argmax(1)).toEqualTypeOf<Int32Array>();
    expectTypeOf(x.subtract(x.max(1))).toEqualTypeOf<Matrix<3, 4>>();
  });

  test("have no other axis", () => {
    // @ts-expect-error there are two axes
    x.sum(2);
    // @ts-expect-error there are two axes
    x.argmax(-1);
  });
});
