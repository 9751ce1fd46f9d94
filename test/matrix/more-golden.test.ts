import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Rows = number[][];

/** The cases of test/golden/more-matrix.json, by their `op`. */
interface Cases {
  readonly pair: { readonly op: keyof typeof pairs; left: Rows; right: Rows; result: Rows };
  readonly tanh: { readonly op: "tanh"; x: Rows; result: Rows };
  readonly clip: { readonly op: "clip"; low: number; high: number; x: Rows; result: Rows };
  readonly variance: {
    readonly op: "variance" | "std";
    ddof: number;
    x: Rows;
    all: number;
    axis0: Rows;
    axis1: Rows;
  };
  readonly where: { readonly op: "where"; condition: Rows; a: Rows; b: Rows; result: Rows };
  readonly concatenate: { readonly op: "concatenate"; axis: 0 | 1; parts: Rows[]; result: Rows };
  readonly slice: { readonly op: "slice"; rows: [number]; cols: [number]; x: Rows; result: Rows };
}

const pairs = {
  power: (a: Matrix, b: Matrix) => a.pow(b),
  greater: (a: Matrix, b: Matrix) => a.greater(b),
  greater_equal: (a: Matrix, b: Matrix) => a.greaterEqual(b),
  less: (a: Matrix, b: Matrix) => a.less(b),
  less_equal: (a: Matrix, b: Matrix) => a.lessEqual(b),
  equal: (a: Matrix, b: Matrix) => a.equalTo(b),
  not_equal: (a: Matrix, b: Matrix) => a.notEqualTo(b),
};

const cases = golden<Cases[keyof Cases]>("more-matrix");

function of<Kind extends keyof Cases>(...ops: Cases[Kind]["op"][]): Cases[Kind][] {
  return cases.filter(({ op }) => (ops as string[]).includes(op)) as Cases[Kind][];
}

describe("the results are those of NumPy", () => {
  test.each(of<"pair">(...(Object.keys(pairs) as (keyof typeof pairs)[])))("$op", (one) => {
    const result = pairs[one.op](Matrix.fromRows(one.left), Matrix.fromRows(one.right));
    expect(distance(result, one.result)).toBeLessThan(1e-15);
  });

  test.each(of<"tanh">("tanh"))("tanh", ({ x, result }) => {
    expect(distance(Matrix.fromRows(x).tanh(), result)).toBeLessThan(1e-15);
  });

  test.each(of<"clip">("clip"))("clip from $low to $high", ({ x, low, high, result }) => {
    expect(Matrix.fromRows(x).clip(low, high).toArray()).toEqual(result);
  });

  test.each(of<"variance">("variance", "std"))(
    "$op with ddof $ddof, of all and along both axes",
    ({ op, ddof, x, all, axis0, axis1 }) => {
      const matrix = Matrix.fromRows(x);
      const worst = Math.max(
        distance(matrix[op](undefined, { ddof }), all),
        distance(matrix[op](0, { ddof }), axis0),
        distance(matrix[op](1, { ddof }), axis1),
      );
      expect(worst).toBeLessThan(1e-13);
    },
  );

  test.each(of<"where">("where"))("where", ({ condition, a, b, result }) => {
    const [c, x, y] = [condition, a, b].map((rows) => Matrix.fromRows(rows)) as [Matrix, Matrix, Matrix];
    expect(Matrix.where(c, x, y).toArray()).toEqual(result);
  });

  test.each(of<"concatenate">("concatenate"))("concat along axis $axis", ({ axis, parts, result }) => {
    expect(
      Matrix.concat(
        parts.map((rows) => Matrix.fromRows(rows)),
        axis,
      ).toArray(),
    ).toEqual(result);
  });

  test.each(of<"slice">("slice"))("slice($rows, $cols)", ({ rows, cols, x, result }) => {
    expect(Matrix.fromRows(x).slice(rows, cols).toArray()).toEqual(result);
  });
});
