import * as fc from "fast-check";
import { Matrix } from "spiralnet";
import { describe, expect, test } from "vitest";
import { anyNumber, matrixOf } from "../support/arbitraries.js";

/** Every method that does not work in place, called on x, with y of the same shape if it takes a matrix. */
const methods: Record<string, (x: Matrix, y: Matrix) => unknown> = {
  shape: (x) => x.shape,
  get: (x) => x.get(0, 0),
  row: (x) => x.row(0),
  col: (x) => x.col(0),
  selectRows: (x) => x.selectRows([1, 0]),
  slice: (x) => [x.slice([0, 1]), x.slice([0]), x.slice([-1], [-1])],
  pick: (x) => x.pick([0, 1, 0]),
  toArray: (x) => x.toArray(),
  copy: (x) => x.copy(),
  matmul: (x, y) => x.matmul(y.transpose()),
  transpose: (x) => x.transpose(),
  reshape: (x) => x.reshape(2, 3),
  add: (x, y) => x.add(y),
  subtract: (x, y) => x.subtract(y),
  multiply: (x, y) => x.multiply(y),
  divide: (x, y) => x.divide(y),
  maximum: (x, y) => x.maximum(y),
  minimum: (x, y) => x.minimum(y),
  pow: (x, y) => x.pow(y),
  greater: (x, y) => x.greater(y),
  greaterEqual: (x, y) => x.greaterEqual(y),
  less: (x, y) => x.less(y),
  lessEqual: (x, y) => x.lessEqual(y),
  equalTo: (x, y) => x.equalTo(y),
  notEqualTo: (x, y) => x.notEqualTo(y),
  map: (x) => x.map((value) => value + 1),
  exp: (x) => x.exp(),
  log: (x) => x.log(),
  sqrt: (x) => x.sqrt(),
  abs: (x) => x.abs(),
  tanh: (x) => x.tanh(),
  clip: (x) => x.clip(-1, 1),
  negate: (x) => x.negate(),
  sum: (x) => [x.sum(), x.sum(0), x.sum(1)],
  mean: (x) => [x.mean(), x.mean(0), x.mean(1)],
  variance: (x) => [x.variance(), x.variance(0), x.variance(1)],
  std: (x) => [x.std(), x.std(0), x.std(1)],
  max: (x) => [x.max(), x.max(0), x.max(1)],
  min: (x) => [x.min(), x.min(0), x.min(1)],
  argmax: (x) => [x.argmax(), x.argmax(0), x.argmax(1)],
  equals: (x, y) => x.equals(y),
  allClose: (x, y) => x.allClose(y),
  toString: (x: Matrix) => x.toString(),
  toJSON: (x) => x.toJSON(),
};

/** The matrices in a result. */
function matricesIn(result: unknown): Matrix[] {
  return [result].flat().filter((part): part is Matrix => part instanceof Matrix);
}

describe("a method never changes its operands, and its result shares no memory with them", () => {
  test.each(Object.entries(methods))("%s", (_, method) => {
    fc.assert(
      fc.property(matrixOf(3, 2, anyNumber), matrixOf(3, 2, anyNumber), (x, y) => {
        const [xBefore, yBefore] = [Array.from(x.data), Array.from(y.data)];
        const result = method(x, y);
        expect(Array.from(x.data)).toEqual(xBefore);
        expect(Array.from(y.data)).toEqual(yBefore);
        for (const matrix of matricesIn(result)) matrix.data.fill(77);
        expect(Array.from(x.data)).toEqual(xBefore);
        expect(Array.from(y.data)).toEqual(yBefore);
      }),
      { numRuns: 20 },
    );
  });

  test("the list has every public method", () => {
    const all = Object.getOwnPropertyNames(Matrix.prototype).filter((name) => name !== "constructor");
    const pure = all.filter((name) => name !== "set" && !name.endsWith("InPlace"));
    expect(Object.keys(methods).sort()).toEqual(pure.sort());
  });
});
