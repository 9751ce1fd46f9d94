import { type IndexRange, Matrix, RandomState, spiral } from "spiralnet";
import { expectTypeOf, test } from "vitest";

declare const n: number;
declare const rows: number[][];
declare const range: IndexRange | undefined;

test("literal rows give literal dimensions", () => {
  expectTypeOf(
    Matrix.fromRows([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
  ).toEqualTypeOf<Matrix<3, 2>>();
  expectTypeOf(Matrix.fromRows([[n]])).toEqualTypeOf<Matrix<1, 1>>();
  expectTypeOf(Matrix.fromRows([])).toEqualTypeOf<Matrix<0, 0>>();
});

test("rows known at run time give dimensions known at run time", () => {
  expectTypeOf(Matrix.fromRows(rows)).toEqualTypeOf<Matrix>();
});

test("the other ways to build a matrix take its dimensions from their arguments", () => {
  expectTypeOf(Matrix.zeros(3, 2)).toEqualTypeOf<Matrix<3, 2>>();
  expectTypeOf(Matrix.zeros(n, 2)).toEqualTypeOf<Matrix<number, 2>>();
  expectTypeOf(Matrix.full(1, 4, 0.5)).toEqualTypeOf<Matrix<1, 4>>();
  expectTypeOf(Matrix.identity(3)).toEqualTypeOf<Matrix<3, 3>>();
  expectTypeOf(Matrix.linspace(0, 1, 9)).toEqualTypeOf<Matrix<1, 9>>();
  expectTypeOf(Matrix.oneHot([0, 1], 4)).toEqualTypeOf<Matrix<number, 4>>();
  expectTypeOf(Matrix.fromArray([1, 2], 2, 1)).toEqualTypeOf<Matrix<2, 1>>();
  expectTypeOf(new Matrix(2, 2, new Float64Array(4))).toEqualTypeOf<Matrix<2, 2>>();
});

test("reading keeps the dimensions that are known", () => {
  const x = Matrix.zeros(5, 3);
  expectTypeOf(x.shape).toEqualTypeOf<readonly [5, 3]>();
  expectTypeOf(x.row(0)).toEqualTypeOf<Matrix<1, 3>>();
  expectTypeOf(x.col(0)).toEqualTypeOf<Matrix<5, 1>>();
  expectTypeOf(x.pick([0, 1, 2, 0, 1])).toEqualTypeOf<Matrix<5, 1>>();
  expectTypeOf(x.selectRows([1, 2])).toEqualTypeOf<Matrix<number, 3>>();
  expectTypeOf(x.slice([0, 2])).toEqualTypeOf<Matrix<number, 3>>();
  expectTypeOf(x.slice([-2], undefined)).toEqualTypeOf<Matrix<number, 3>>();
  expectTypeOf(x.slice([0], [1, 3])).toEqualTypeOf<Matrix>();
  expectTypeOf(x.slice([0], range)).toEqualTypeOf<Matrix>();
  expectTypeOf(x.set(0, 0, 1)).toEqualTypeOf<Matrix<5, 3>>();
  expectTypeOf(x.copy()).toEqualTypeOf<Matrix<5, 3>>();
  expectTypeOf(x.map(Math.sin)).toEqualTypeOf<Matrix<5, 3>>();
  expectTypeOf(x.map((value, row, col) => value + row + col)).toEqualTypeOf<Matrix<5, 3>>();
  expectTypeOf(x.clip(0, 1).tanh()).toEqualTypeOf<Matrix<5, 3>>();
});

test("random numbers come as a number, a row or a matrix", () => {
  const random = new RandomState(0);
  expectTypeOf(random.randn()).toEqualTypeOf<number>();
  expectTypeOf(random.rand(4)).toEqualTypeOf<Matrix<1, 4>>();
  expectTypeOf(random.randn(2, 3)).toEqualTypeOf<Matrix<2, 3>>();
  expectTypeOf(random.uniform(0, 1, 2, 3)).toEqualTypeOf<Matrix<2, 3>>();
  expectTypeOf(random.normal(0, 1)).toEqualTypeOf<number>();
  expectTypeOf(random.randint(5)).toEqualTypeOf<number>();
  expectTypeOf(random.randint(0, 5, 3)).toEqualTypeOf<number[]>();
});

test("permutation and choice give what they are given", () => {
  const random = new RandomState(0);
  expectTypeOf(random.permutation(4)).toEqualTypeOf<number[]>();
  expectTypeOf(random.permutation(["a", "b"])).toEqualTypeOf<string[]>();
  expectTypeOf(random.permutation(Matrix.zeros(4, 2))).toEqualTypeOf<Matrix<4, 2>>();
  expectTypeOf(random.choice(["a", "b"])).toEqualTypeOf<string>();
  expectTypeOf(random.choice(["a", "b"], 3)).toEqualTypeOf<string[]>();
  expectTypeOf(random.choice(9, 3, { replace: false })).toEqualTypeOf<number[]>();
});

test("a spiral has points in the plane", () => {
  expectTypeOf(spiral({ classes: 3, pointsPerClass: 100 }).x).toEqualTypeOf<Matrix<number, 2>>();
  // @ts-expect-error an unknown option
  spiral({ classes: 3, pointsPerClass: 100, seed: 0 });
});
