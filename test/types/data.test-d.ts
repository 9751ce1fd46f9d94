import {
  type Batches,
  type Blobs,
  batches,
  blobs,
  type Examples,
  type Fold,
  iris,
  kFolds,
  type LabeledPoints,
  Matrix,
  moons,
  regressionPlane,
  type Split,
  Standardizer,
  spiral,
  trainTestSplit,
  xor,
} from "spiralnet";
import { describe, expect, expectTypeOf, test } from "vitest";

const { x, y } = spiral({ classes: 3, pointsPerClass: 4 });

describe("batches keep what the compiler knows", () => {
  test("the columns and the kind of the labels", () => {
    expectTypeOf(batches({ x, y }, { size: 2 })).toEqualTypeOf<Batches<Int32Array, 2>>();
    expectTypeOf(batches({ x: Matrix.zeros(300, 2), y: [0, 1] as const }, { size: 2 })).toEqualTypeOf<
      Batches<number[], 2>
    >();
    for (const batch of batches({ x, y }, { size: 2 })) {
      expectTypeOf(batch.x).toEqualTypeOf<Matrix<number, 2>>();
      expectTypeOf(batch.y).toEqualTypeOf<Int32Array>();
    }
  });

  test("the columns of targets, but not the number of rows", () => {
    const data = { x: Matrix.zeros(300, 2), y: Matrix.zeros(300, 1) };
    expectTypeOf(batches(data, { size: 2 })).toEqualTypeOf<Batches<Matrix<number, 1>, 2>>();
  });

  test("what is not known stays open", () => {
    const open = {} as Examples;
    expectTypeOf(batches(open, { size: 2 })).toEqualTypeOf<Batches<ArrayLike<number>, number>>();
  });
});

describe("data sets are examples with a known number of columns", () => {
  test("of points in the plane", () => {
    expectTypeOf(moons({ points: 4 })).toEqualTypeOf<LabeledPoints>();
    expectTypeOf(xor()).toExtend<Examples<Int32Array, 2>>();
    expectTypeOf(regressionPlane({ points: 4 })).toExtend<Examples<Matrix<number, 1>, 2>>();
    expectTypeOf(iris()).toExtend<Examples<Int32Array, 4>>();
  });

  test("of blobs, as many as their centres have", () => {
    expectTypeOf(blobs({ points: 4 })).toEqualTypeOf<Blobs<2>>();
    expectTypeOf(blobs({ points: 4, centers: 5 })).toEqualTypeOf<Blobs<2>>();
    expectTypeOf(blobs({ points: 4, centers: Matrix.zeros(7, 3) })).toEqualTypeOf<Blobs<3>>();
    expectTypeOf(blobs({ points: 4, centers: {} as Matrix })).toEqualTypeOf<Blobs<number>>();
  });
});

test("splits and folds keep the columns and the kind of the labels", () => {
  expectTypeOf(trainTestSplit({ x, y }, { testSize: 2 })).toEqualTypeOf<Split<Int32Array, 2>>();
  expectTypeOf(kFolds({ x, y: [0, 1] as const }, 2)).toEqualTypeOf<Iterable<Fold<number[], 2>>>();
  expectTypeOf(trainTestSplit(iris(), { testSize: 2 }).test.x).toEqualTypeOf<Matrix<number, 4>>();
});

describe("a standardizer knows its columns", () => {
  const scaler = Standardizer.fit(x);

  test("and those of what it makes", () => {
    expectTypeOf(scaler).toEqualTypeOf<Standardizer<2>>();
    expectTypeOf(scaler.transform(Matrix.zeros(5, 2))).toEqualTypeOf<Matrix<5, 2>>();
    expectTypeOf(scaler.inverse({} as Matrix)).toEqualTypeOf<Matrix<number, 2>>();
    expectTypeOf(new Standardizer(3)).toEqualTypeOf<Standardizer<3>>();
    expectTypeOf(scaler).toExtend<Standardizer>();
  });

  test("so other columns don't compile", () => {
    // @ts-expect-error x has 3 columns, the standardizer 2
    expect(() => scaler.transform(Matrix.zeros(5, 3))).toThrow();
    // @ts-expect-error z has 3 columns, the standardizer 2
    expect(() => scaler.inverse(Matrix.zeros(5, 3))).toThrow();
  });
});
