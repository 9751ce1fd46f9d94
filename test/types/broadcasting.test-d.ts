import { type Axis, Matrix } from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

declare const x: Matrix<3, 4>;
declare const row: Matrix<1, 4>;
declare const column: Matrix<3, 1>;
declare const single: Matrix<1, 1>;
declare const unknown: Matrix;
declare const someRows: Matrix<number, 4>;
declare const short: Matrix<2, 4>;
declare const narrow: Matrix<3, 2>;
declare const axis: Axis;
declare const list: Matrix<number, 4>[];

describe("sums and the other operations on elements", () => {
  test("with a matrix of the same shape, a row, a column or a number keep the shape", () => {
    expectTypeOf(x.add(x)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.subtract(row)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.multiply(column)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.divide(single)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.maximum(0)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.pow(2)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(x.greater(row)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(column.notEqualTo(x)).toEqualTypeOf<Matrix<3, 4>>();
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
    // @ts-expect-error left is 3 x 4, right is 4 x 3
    x.lessEqual(x.transpose());
    // @ts-expect-error a string is no number
    x.divide("2");
  });
});

describe("where", () => {
  test("gives the shape that all three operands broadcast to", () => {
    expectTypeOf(Matrix.where(x, 1, 0)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(Matrix.where(row, column, 0)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(Matrix.where(single, row, column)).toEqualTypeOf<Matrix<3, 4>>();
    expectTypeOf(Matrix.where(someRows, row, 0)).toEqualTypeOf<Matrix<number, 4>>();
    expectTypeOf(Matrix.where(unknown, 1, unknown)).toEqualTypeOf<Matrix>();
  });

  test("does not compile if one of them does not fit", () => {
    // @ts-expect-error left is 3 x 4, right is 4 x 3
    Matrix.where(x, x.transpose(), 0);
    // @ts-expect-error left is 3 x 4, right is 4 x 3
    Matrix.where(x, 0, x.transpose());
    // @ts-expect-error the condition fits both, but they don't fit each other
    Matrix.where(single, x, x.transpose());
    // @ts-expect-error the condition is a matrix
    Matrix.where(true, x, x);
  });
});

describe("concat", () => {
  test("keeps the columns below each other, and the rows side by side", () => {
    expectTypeOf(Matrix.concat([x, short])).toEqualTypeOf<Matrix<number, 4>>();
    expectTypeOf(Matrix.concat([x, short], undefined)).toEqualTypeOf<Matrix<number, 4>>();
    expectTypeOf(Matrix.concat([x, short, row], 0)).toEqualTypeOf<Matrix<number, 4>>();
    expectTypeOf(Matrix.concat([x, narrow], 1)).toEqualTypeOf<Matrix<3, number>>();
    expectTypeOf(Matrix.concat(list)).toEqualTypeOf<Matrix<number, 4>>();
    expectTypeOf(Matrix.concat([])).toEqualTypeOf<Matrix>();
  });

  test("takes a dimension known only at run time from the other matrices", () => {
    expectTypeOf(Matrix.concat([unknown, x])).toEqualTypeOf<Matrix<number, 4>>();
    expectTypeOf(Matrix.concat([x, unknown], 1)).toEqualTypeOf<Matrix<3, number>>();
    expectTypeOf(Matrix.concat([unknown, unknown])).toEqualTypeOf<Matrix>();
  });

  test("checks nothing along an axis known only at run time", () => {
    const joined = Matrix.concat([x, narrow, short], axis);
    expectTypeOf(joined).toExtend<Matrix>();
  });

  test("does not compile if a dimension differs from that of the matrices before", () => {
    // @ts-expect-error the matrices before have 4 cols, this one has 2
    Matrix.concat([x, narrow]);
    // @ts-expect-error the matrices before have 4 cols, this one has 2
    Matrix.concat([unknown, x, narrow], 0);
    // @ts-expect-error the matrices before have 3 rows, this one has 2
    Matrix.concat([x, narrow, short], 1);
    // @ts-expect-error there are two axes
    Matrix.concat([x, x], 2);
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
    expectTypeOf(x.std()).toEqualTypeOf<number>();
    expectTypeOf(x.variance(undefined, { ddof: 1 })).toEqualTypeOf<number>();
  });

  test("along axis 0 give a row, along axis 1 a column", () => {
    expectTypeOf(x.sum(0)).toEqualTypeOf<Matrix<1, 4>>();
    expectTypeOf(x.mean(1)).toEqualTypeOf<Matrix<3, 1>>();
    expectTypeOf(x.max(0)).toEqualTypeOf<Matrix<1, 4>>();
    expectTypeOf(x.variance(0)).toEqualTypeOf<Matrix<1, 4>>();
    expectTypeOf(x.std(1, { ddof: 1 })).toEqualTypeOf<Matrix<3, 1>>();
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
