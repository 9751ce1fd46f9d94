import * as fc from "fast-check";
import { Matrix, ShapeError } from "spiralnet";
import { expect, test } from "vitest";
import { anyMatrix } from "../support/arbitraries.js";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;

test("JSON has rows, cols and data, with names for the numbers that it lacks", () => {
  const x = Matrix.fromRows([
    [1, 0.1, -3],
    [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    [-0, 0, 5e-324],
  ]);
  expect(JSON.stringify(x)).toBe(
    '{"rows":3,"cols":3,"data":[1,0.1,-3,"NaN","Infinity","-Infinity","-0",0,5e-324]}',
  );
});

test("a matrix comes back from JSON with every bit, whatever its shape", () => {
  fc.assert(
    fc.property(anyMatrix(), (x) => {
      const back = Matrix.fromJSON(JSON.parse(JSON.stringify(x)));
      expect(back.shape).toEqual(x.shape);
      expect(Array.from(back.data)).toEqual(Array.from(x.data));
    }),
  );
});

test("matrices within other objects come back too", () => {
  const saved = JSON.parse(JSON.stringify({ weights: [Matrix.identity(2)] }));
  expect(Matrix.fromJSON(saved.weights[0])).toEqual(Matrix.identity(2));
});

const failures: Failure[] = [
  [
    "too few numbers",
    () => Matrix.fromJSON({ rows: 2, cols: 2, data: [1, 2, 3] }),
    ShapeError,
    "fromJSON: the result is 2 x 2, what is given is 1 x 3",
  ],
  [
    "null, which other programs write for NaN",
    () => Matrix.fromJSON(untyped({ rows: 1, cols: 2, data: [1, null] })),
    TypeError,
    "fromJSON: element [0, 1] is null; expected a number",
  ],
  [
    "a number in a string",
    () => Matrix.fromJSON(untyped({ rows: 1, cols: 1, data: ["1"] })),
    TypeError,
    'fromJSON: element [0, 0] is "1"; expected a number',
  ],
  [
    "no rows",
    () => Matrix.fromJSON(untyped({ cols: 1, data: [1] })),
    TypeError,
    "fromJSON: rows is undefined; expected an integer",
  ],
  [
    "another field",
    () => Matrix.fromJSON(untyped({ rows: 1, cols: 1, data: [1], dtype: "float32" })),
    TypeError,
    'fromJSON: unknown field "dtype"; expected rows, cols and data',
  ],
  [
    "the text itself",
    () => Matrix.fromJSON(untyped('{"rows":1}')),
    TypeError,
    "fromJSON: json is",
    "expected an object with rows, cols and data",
  ],
];

test.each(failures)("fromJSON refuses %s", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
});
