import { inspect } from "node:util";
import fc from "fast-check";
import { Matrix, RandomState, ShapeError, Standardizer } from "spiralnet";
import { describe, expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { golden } from "../support/golden.js";

interface Case {
  readonly name: string;
  readonly x: number[][];
  readonly means: number[];
  readonly deviations: number[];
  readonly transformed: number[][];
  readonly inverseOfTwice: number[][];
}

test.each(golden<Case>("standardizer"))("$name are standardized as by scikit-learn", (expected) => {
  const matrixOf = (rows: number[][]): Matrix => Matrix.fromRows(rows);
  const x = matrixOf(expected.x);
  const scaler = Standardizer.fit(x);
  const { means, deviations } = scaler.state;
  const largestError = (actual: Matrix, right: number[][]) =>
    actual.subtract(matrixOf(right)).divide(deviations).abs().max();
  expect(largestError(means, [expected.means])).toBeLessThan(1e-12);
  expect(distance(deviations, expected.deviations)).toBeLessThan(1e-12);
  expect(distance(scaler.transform(x), expected.transformed, 1)).toBeLessThan(1e-12);
  const twice = matrixOf(expected.transformed).multiply(2);
  expect(largestError(scaler.inverse(twice), expected.inverseOfTwice)).toBeLessThan(1e-12);
});

/** Matrices without constant columns, whose columns may lie far from 0. */
const matrices = fc
  .record({
    rows: fc.integer({ min: 2, max: 12 }),
    cols: fc.integer({ min: 1, max: 4 }),
    offset: fc.double({ min: -1000, max: 1000, noNaN: true }),
    scale: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    seed: fc.nat(),
  })
  .map(({ rows, cols, offset, scale, seed }) =>
    new RandomState(seed).randn(rows, cols).multiply(scale).add(offset),
  );

test("transformed data have mean 0 and standard deviation 1 in each column", () => {
  fc.assert(
    fc.property(matrices, (x) => {
      const z = Standardizer.fit(x).transform(x);
      expect(z.mean(0).abs().max()).toBeLessThan(1e-7);
      expect(z.multiply(z).mean(0).subtract(1).abs().max()).toBeLessThan(1e-7);
    }),
  );
});

test("inverse takes back what transform did, and transform what inverse did", () => {
  fc.assert(
    fc.property(matrices, (x) => {
      const scaler = Standardizer.fit(x);
      expect(scaler.inverse(scaler.transform(x)).allClose(x, { rtol: 1e-12, atol: 1e-10 })).toBe(true);
      expect(scaler.transform(scaler.inverse(x)).allClose(x, { rtol: 1e-7, atol: 1e-7 })).toBe(true);
    }),
  );
});

test("other data are transformed by the numbers of the data it was fitted on", () => {
  const scaler = Standardizer.fit(Matrix.fromRows([[1], [3]]));
  expect(scaler.transform(Matrix.fromRows([[12], [2], [0]])).toArray()).toEqual([[10], [0], [-2]]);
  expect(scaler.transform(Matrix.zeros(0, 1)).shape).toEqual([0, 1]);
});

test("constant columns become exactly 0, whatever their number", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 1, max: 9 }),
      (value, rows) => {
        const x = Matrix.full(rows, 1, value);
        const scaler = Standardizer.fit(x);
        expect(scaler.state.deviations.get(0, 0)).toBe(1);
        expect(scaler.transform(x).abs().max()).toBe(0);
      },
    ),
  );
});

test("a column far from 0 is scaled by how it varies", () => {
  const times = Matrix.fromRows([[1.7e12], [1.7e12 + 1], [1.7e12 + 2]]);
  const { means, deviations } = Standardizer.fit(times).state;
  expect(means.get(0, 0)).toBe(1.7e12 + 1);
  expect(deviations.get(0, 0)).toBe(Math.sqrt(2 / 3));
});

test("neither fit nor transform nor inverse changes its argument", () => {
  const x = new RandomState(0).randn(4, 3);
  const before = x.copy();
  const scaler = Standardizer.fit(x);
  scaler.transform(x);
  scaler.inverse(x);
  expect(x).toEqual(before);
});

test("a new one changes nothing, until a saved state is loaded", () => {
  const x = new RandomState(0).randn(4, 3);
  const fitted = Standardizer.fit(x);
  const loaded = new Standardizer(3);
  expect(loaded.transform(x)).toEqual(x);
  expect(loaded.inverse(x)).toEqual(x);
  loaded.state.means.assignInPlace(fitted.state.means);
  loaded.state.deviations.assignInPlace(fitted.state.deviations);
  expect(loaded.transform(x)).toEqual(fitted.transform(x));
});

test("the matrices of the state can't be replaced", () => {
  const { state } = new Standardizer(1);
  expect(Object.isFrozen(state)).toBe(true);
});

test("prints what it has learnt", () => {
  const scaler = Standardizer.fit(Matrix.fromRows([[1], [3]]));
  expect(String(scaler)).toBe(
    "Standardizer\nmeans: Matrix 1 x 1\n  [ 2 ]\ndeviations: Matrix 1 x 1\n  [ 1 ]",
  );
  expect(inspect(scaler)).toBe(String(scaler));
});

describe("wrong arguments are refused", () => {
  const scaler = new Standardizer(2);
  const three: Matrix = Matrix.zeros(4, 3);
  const broken = new Standardizer(1);
  broken.state.deviations.assignInPlace(0);
  const failures: Failure[] = [
    ["a negative width", () => new Standardizer(-1), RangeError, "Standardizer: width is -1"],
    [
      "no rows",
      () => Standardizer.fit(Matrix.zeros(0, 2)),
      RangeError,
      "the number of rows is 0",
      "at least 1",
    ],
    [
      "NaN to learn from",
      () => Standardizer.fit(Matrix.full(1, 2, Number.NaN)),
      RangeError,
      "Standardizer.fit: x[0, 0] is NaN",
    ],
    [
      "numbers whose deviation overflows",
      () => Standardizer.fit(Matrix.fromRows([[1e200], [-1e200]])),
      RangeError,
      "Standardizer.fit: deviations[0, 0] is Infinity",
    ],
    [
      "numbers whose mean overflows",
      () => Standardizer.fit(Matrix.fromRows([[1.7e308], [-1.7e308]])),
      RangeError,
      "Standardizer.fit: means[0, 0] is -Infinity",
    ],
    [
      "other columns to transform",
      () => scaler.transform(three),
      ShapeError,
      "Standardizer.transform: x is 4 x 3, means is 1 x 2: x has 3 columns, the standardizer 2",
    ],
    [
      "other columns to take back",
      () => scaler.inverse(three),
      ShapeError,
      "Standardizer.inverse: z is 4 x 3, means is 1 x 2: z has 3 columns, the standardizer 2",
    ],
    [
      "arrays to transform",
      () => scaler.transform([[1, 2]] as never),
      TypeError,
      "Standardizer.transform: x is",
    ],
    [
      "infinities to transform",
      () => scaler.transform(Matrix.full(1, 2, Number.POSITIVE_INFINITY)),
      RangeError,
      "Standardizer.transform: x[0, 0] is Infinity",
    ],
    [
      "what becomes infinite",
      () => broken.transform(Matrix.full(1, 1, 1)),
      RangeError,
      "Standardizer.transform: z[0, 0] is Infinity",
    ],
    [
      "what becomes infinite on its way back",
      () => Standardizer.fit(Matrix.fromRows([[1e100], [-1e100]])).inverse(Matrix.full(1, 1, 1e300)),
      RangeError,
      "Standardizer.inverse: x[0, 0] is Infinity",
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
});
