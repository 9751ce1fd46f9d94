import { Matrix, type ShapeMismatch } from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

declare const x: Matrix<300, 2>;
declare const w: Matrix<2, 100>;
declare const wrong: Matrix<64, 3>;
declare const n: number;

describe("matmul", () => {
  test("gives the rows of the left and the columns of the right", () => {
    expectTypeOf(x.matmul(w)).toEqualTypeOf<Matrix<300, 100>>();
    expectTypeOf(x.matmul(w).matmul(Matrix.zeros(100, 3))).toEqualTypeOf<Matrix<300, 3>>();
  });

  test("does not compile if the inner dimensions differ", () => {
    // @ts-expect-error left has 2 columns, right has 64 rows
    x.matmul(wrong);
    // @ts-expect-error left has 2 columns, right has 300 rows
    x.matmul(x);
    // @ts-expect-error in the middle of a chain too: left has 100 columns, right has 99 rows
    x.matmul(w).matmul(Matrix.zeros(99, 3));
  });

  test("requires a ShapeMismatch whose message names both numbers", () => {
    type Right = Parameters<typeof x.matmul<64, 3>>[0];
    expectTypeOf<Right>().toExtend<ShapeMismatch<"left has 2 columns, right has 64 rows">>();
    type Fitting = Parameters<typeof x.matmul<2, 3>>[0];
    expectTypeOf<Fitting>().toEqualTypeOf<Matrix<2, 3>>();
  });

  test("takes a dimension known only at run time for any other", () => {
    expectTypeOf(x.matmul(Matrix.zeros(n, 7))).toEqualTypeOf<Matrix<300, 7>>();
    expectTypeOf(Matrix.zeros(5, n).matmul(w)).toEqualTypeOf<Matrix<5, 100>>();
    expectTypeOf(x.matmul(Matrix.zeros(2, n))).toEqualTypeOf<Matrix<300, number>>();
    expectTypeOf((x as Matrix).matmul(wrong)).toEqualTypeOf<Matrix<number, 3>>();
  });

  test("takes nothing but matrices", () => {
    // @ts-expect-error a number is for multiply
    x.matmul(2);
    // @ts-expect-error rows are for fromRows
    x.matmul([[1], [2]]);
  });
});

test("transpose exchanges the dimensions, reshape gives new ones", () => {
  expectTypeOf(x.transpose()).toEqualTypeOf<Matrix<2, 300>>();
  expectTypeOf(x.transpose().matmul(x)).toEqualTypeOf<Matrix<2, 2>>();
  expectTypeOf(x.reshape(100, 6)).toEqualTypeOf<Matrix<100, 6>>();
  expectTypeOf(x.reshape(n, 1)).toEqualTypeOf<Matrix<number, 1>>();
});

test("a matrix of known shape passes for one of unknown shape", () => {
  expectTypeOf(x).toExtend<Matrix>();
  expectTypeOf(x).toExtend<Matrix<number, 2>>();
  expectTypeOf<Matrix<300, 3>>().not.toExtend<Matrix<number, 2>>();
});
