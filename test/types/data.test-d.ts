import {
  type Batches,
  type Blobs,
  batches,
  blobs,
  type Examples,
  iris,
  type LabeledPoints,
  Matrix,
  moons,
  regressionPlane,
  spiral,
  xor,
} from "spiralnet";
import { describe, expectTypeOf, test } from "vitest";

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
