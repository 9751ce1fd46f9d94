import { runInNewContext } from "node:vm";
import { Matrix, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

/**
 * Evaluates source text in another realm, as an iframe or Jest has one: its arrays are not `instanceof` ours.
 */
function foreign<T>(source: string): T {
  return runInNewContext(source);
}

describe("values from another realm", () => {
  const numbers = foreign<Float64Array>("Float64Array.of(1, 2, 3, 4)");

  test("a matrix wraps the realm's Float64Array and computes with it", () => {
    expect(numbers).not.toBeInstanceOf(Float64Array);
    const x = new Matrix(2, 2, numbers) as Matrix;
    expect(x.data).toBe(numbers);
    expect(Matrix.identity(2).matmul(x).add(x).toArray()).toEqual([
      [2, 4],
      [6, 8],
    ]);
    expect(x.copy().data).toBeInstanceOf(Float64Array);
    expect(x.assignInPlace(7).sum()).toBe(28);
  });

  test("lists and plain objects are taken, a DataView is not", () => {
    expect(Matrix.fromRows(foreign<number[][]>("[[1, 2], [3, 4]]")).sum()).toBe(10);
    expect(Matrix.oneHot(foreign<Int32Array>("Int32Array.of(1)"), 2).toArray()).toEqual([[0, 1]]);
    const x = Matrix.identity(2);
    expect(x.allClose(x.add(0.5), foreign("({ atol: 1 })"))).toBe(true);
    expectError(
      () => x.selectRows(foreign("new DataView(new ArrayBuffer(2))")),
      TypeError,
      "selectRows: indices is an object of type DataView; expected an array",
    );
  });

  test("a Float32Array is still refused as data", () => {
    expectError(() => new Matrix(1, 1, foreign("new Float32Array(1)")), TypeError, "expected a Float64Array");
  });
});

describe("a matrix behind a Proxy", () => {
  const x = Matrix.fromRows([
    [1, 4],
    [9, 16],
  ]) as Matrix;
  const proxied = new Proxy(x, {});

  test("computes as the matrix does, on both sides of an operation", () => {
    expect(proxied.sqrt().toArray()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(proxied.map((value) => value + 1).equals(x.add(1))).toBe(true);
    expect(x.matmul(proxied).equals(x.matmul(x))).toBe(true);
    expect(String(proxied)).toBe(String(x));
    expect(JSON.stringify(proxied)).toBe(JSON.stringify(x));
  });

  test("is written in place and returned", () => {
    const copy = new Proxy(x.copy(), {});
    expect(copy.addInPlace(x)).toBe(copy);
    expect(copy.equals(x.add(x))).toBe(true);
  });

  test("gets the same errors", () => {
    expectError(() => proxied.add(Matrix.zeros(3, 3)), ShapeError, "left is 2 x 2, right is 3 x 3");
  });
});

test("fields of a subclass don't matter", () => {
  class Batch extends Matrix {
    readonly b = 3;
    readonly rowStride = 5;
    readonly colStride = 7;
  }
  const batch = new Batch(2, 2, Float64Array.of(1, 2, 3, 4));
  const plain = new Matrix(2, 2, Float64Array.of(1, 2, 3, 4));
  expect(batch.matmul(plain)).toEqual(plain.matmul(plain));
  expect(plain.add(batch)).toEqual(plain.add(plain));
});
