import { inspect } from "node:util";
import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";

/** The lines below the title. */
function body(rows: readonly (readonly number[])[]): string[] {
  return String(Matrix.fromRows(rows)).split("\n").slice(1);
}

test("a matrix prints its shape and its rows, aligned, with as many decimals as are needed", () => {
  const x = Matrix.fromRows([
    [1, -2.5],
    [10, 0.125],
  ]);
  expect(String(x)).toBe(["Matrix 2 x 2", "  [  1.000  -2.500 ]", "  [ 10.000   0.125 ]"].join("\n"));
});

test("console.log in Node prints the same", () => {
  const x = Matrix.fromRows([[1, 2]]);
  expect(inspect(x)).toBe("Matrix 1 x 2\n  [ 1  2 ]");
  expect(inspect({ x })).toContain("Matrix 1 x 2");
});

describe("numbers", () => {
  test("integers have no decimals", () => {
    expect(body([[1, 20, -300]])).toEqual(["  [ 1  20  -300 ]"]);
  });

  test("no number has more than four decimals", () => {
    expect(body([[1 / 3, 0.5]])).toEqual(["  [ 0.3333  0.5000 ]"]);
    expect(body([[0.25, 2]])).toEqual(["  [ 0.25  2.00 ]"]);
  });

  test("exponents come if four decimals would hide the digits", () => {
    expect(body([[0.00009, 1]])).toEqual(["  [ 9.0000e-5  1.0000e+0 ]"]);
    expect(body([[1e8, 0]])).toEqual(["  [ 1.0000e+8  0 ]"]);
    expect(body([[-1e300, -1]])).toEqual(["  [ -1.0000e+300  -1.0000e+0 ]"]);
  });

  test("exponents don't come before that", () => {
    expect(body([[0.0001, 1]])).toEqual(["  [ 0.0001  1.0000 ]"]);
    expect(body([[99999999, 0]])).toEqual(["  [ 99999999  0 ]"]);
  });

  test("NaN and the infinities are written out", () => {
    expect(
      body([
        [Number.NaN, 1.5],
        [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
      ]),
    ).toEqual(["  [      NaN        1.5 ]", "  [ Infinity  -Infinity ]"]);
    expect(body([[Number.NaN, 1e-9, Number.NEGATIVE_INFINITY]])).toEqual(["  [ NaN  1.0000e-9  -Infinity ]"]);
  });

  test("zeros alone are zeros", () => {
    expect(body([[0, 0]])).toEqual(["  [ 0  0 ]"]);
  });
});

describe("large matrices are shortened", () => {
  test("up to 8 rows and columns are shown in full", () => {
    expect(String(Matrix.zeros(8, 8))).not.toContain("…");
    expect(String(Matrix.zeros(8, 8)).split("\n")).toHaveLength(9);
  });

  test("of more, the first and the last three", () => {
    const x = Matrix.linspace(1, 90, 90).reshape(9, 10);
    expect(String(x).split("\n")).toEqual([
      "Matrix 9 x 10",
      "  [  1   2   3  …   8   9  10 ]",
      "  [ 11  12  13  …  18  19  20 ]",
      "  [ 21  22  23  …  28  29  30 ]",
      "  [  …   …   …  …   …   …   … ]",
      "  [ 61  62  63  …  68  69  70 ]",
      "  [ 71  72  73  …  78  79  80 ]",
      "  [ 81  82  83  …  88  89  90 ]",
    ]);
  });

  test("a long column keeps its one column", () => {
    expect(String(Matrix.zeros(100, 1)).split("\n")).toHaveLength(8);
  });

  test("only the numbers shown decide how they are written", () => {
    const x = Matrix.full(1, 9, 2);
    x.data[4] = 1e-9;
    expect(String(x)).toBe("Matrix 1 x 9\n  [ 2  2  2  …  2  2  2 ]");
    x.data[0] = 0.5;
    expect(String(x)).toBe("Matrix 1 x 9\n  [ 0.5  2.0  2.0  …  2.0  2.0  2.0 ]");
  });

  test("printing reads no more than it shows", () => {
    const data = new Float64Array(1_000_000);
    let reads = 0;
    const x = new Matrix(1000, 1000, data);
    const watched = new Proxy(x, {
      get: (target, key) => {
        if (key === "data") reads++;
        return Reflect.get(target, key);
      },
    });
    String(watched);
    expect(reads).toBeLessThan(100);
    expect(String(Matrix.zeros(2 ** 32, 0))).toBe("Matrix 4294967296 x 0");
  });
});

test("matrices without elements print their shape", () => {
  expect(String(Matrix.zeros(0, 3))).toBe("Matrix 0 x 3");
  expect(String(Matrix.zeros(3, 0))).toBe("Matrix 3 x 0");
  expect(String(Matrix.zeros(0, 0))).toBe("Matrix 0 x 0");
});
