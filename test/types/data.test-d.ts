import { type Batches, batches, type Examples, Matrix, spiral } from "spiralnet";
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
