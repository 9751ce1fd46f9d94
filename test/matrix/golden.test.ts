import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

type Rows = number[][];
type Case =
  | {
      op: "add" | "subtract" | "multiply" | "divide" | "maximum" | "minimum";
      left: Rows;
      right: Rows;
      result: Rows;
    }
  | { op: "matmul"; left: Rows; right: Rows; result: Rows }
  | { op: "exp" | "log" | "sqrt" | "abs" | "negative"; x: Rows; result: Rows }
  | { op: "sum" | "mean" | "max" | "min" | "argmax"; x: Rows; all: number; axis0: Rows; axis1: Rows };

const cases = golden<Case>("matrix");
const of = (...ops: string[]): Case[] => cases.filter(({ op }) => ops.includes(op));
const sizeOf = (rows: Rows): string => `${rows.length} x ${rows[0]?.length}`;

describe("the results are those of NumPy", () => {
  test.each(
    of("add", "subtract", "multiply", "divide", "maximum", "minimum").map(
      (one, i) => [one.op, i, one] as const,
    ),
  )("%s, to the last bit (case %i)", (op, _, one) => {
    if (!("left" in one)) throw new Error("not a case of two matrices");
    const [left, right] = [Matrix.fromRows(one.left), Matrix.fromRows(one.right)];
    expect(left[op as "add"](right).toArray()).toEqual(one.result);
  });

  test.each(of("matmul"))("$op (up to the order of summation)", (one) => {
    if (!("left" in one)) throw new Error("not a case of two matrices");
    const product = Matrix.fromRows(one.left).matmul(Matrix.fromRows(one.right));
    expect(product.shape).toEqual([one.result.length, one.result[0]?.length]);
    expect(distance(product, one.result, 1), sizeOf(one.result)).toBeLessThan(1e-14);
  });

  test.each(of("exp", "log", "sqrt", "abs", "negative"))("$op", (one) => {
    if (!("result" in one && "x" in one)) throw new Error("not a case of one matrix");
    const x = Matrix.fromRows(one.x);
    const y = one.op === "negative" ? x.negate() : x[one.op as "exp"]();
    expect(distance(y, one.result)).toBeLessThan(1e-15);
  });

  test.each(of("sum", "mean", "max", "min"))("$op, of all and along both axes", (one) => {
    if (!("all" in one)) throw new Error("not a reduction");
    const x = Matrix.fromRows(one.x);
    const reduce = x[one.op as "sum"].bind(x);
    expect(distance(reduce(), one.all, 1)).toBeLessThan(1e-15);
    expect(distance(reduce(0), one.axis0, 1)).toBeLessThan(1e-15);
    expect(distance(reduce(1), one.axis1, 1)).toBeLessThan(1e-15);
  });

  test.each(of("argmax"))("$op, of all and along both axes, the first of equals", (one) => {
    if (!("all" in one)) throw new Error("not a reduction");
    const x = Matrix.fromRows(one.x);
    expect(x.argmax()).toBe(one.all);
    expect(Array.from(x.argmax(0))).toEqual(one.axis0.flat());
    expect(Array.from(x.argmax(1))).toEqual(one.axis1.flat());
  });

  test.each(golden<{ start: number; stop: number; count: number; result: number[] }>("linspace"))(
    "linspace($start, $stop, $count), to the last bit",
    ({ start, stop, count, result }) => {
      expect(Array.from(Matrix.linspace(start, stop, count).data)).toEqual(result);
    },
  );
});
