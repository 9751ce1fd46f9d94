import { Matrix, ShapeError } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const x = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]) as Matrix;
const untyped = (value: unknown): never => value as never;

const failures: Failure[] = [
  [
    "selectRows: no list",
    () => x.selectRows(untyped(null)),
    TypeError,
    "selectRows: indices is null",
    "an array",
  ],
  ["selectRows: a number", () => x.selectRows(untyped(1)), TypeError, "selectRows: indices is 1", "an array"],
  ["pick: a number", () => x.pick(untyped(1)), TypeError, "pick: cols is 1", "an array"],
  ["map: text", () => x.map(untyped(String)), TypeError, 'map: f(1, 0, 0) is "1"', "expected a number"],
  [
    "reshape: too few",
    () => x.reshape(1, 5),
    ShapeError,
    "reshape: the result is 1 x 5, what is given is 2 x 3",
  ],
  ["get: a row past the end", () => x.get(2, 0), RangeError, "get: row is 2", "integer from 0 to 1"],
  ["get: a column past the end", () => x.get(0, 3), RangeError, "get: col is 3", "integer from 0 to 2"],
  ["get: a negative row", () => x.get(-1, 0), RangeError, "get: row is -1"],
  ["get: a fractional column", () => x.get(0, 0.5), RangeError, "get: col is 0.5"],
  ["get: past the only row", () => x.row(0).get(1, 0), RangeError, "get: row is 1", "integer from 0 to 0"],
  [
    "get: nothing to get",
    () => Matrix.zeros(0, 3).get(0, 0),
    RangeError,
    "row is 0",
    "nothing to choose from",
  ],
  ["row: past the end", () => x.row(2), RangeError, "row: index is 2", "integer from 0 to 1"],
  ["row: negative", () => x.row(-1), RangeError, "row: index is -1", "integer from 0 to 1"],
  ["col: past the end", () => x.col(3), RangeError, "col: index is 3", "integer from 0 to 2"],
  ["col: negative", () => x.col(-1), RangeError, "col: index is -1", "integer from 0 to 2"],
  [
    "selectRows: past the end",
    () => x.selectRows([0, 5]),
    RangeError,
    "indices[1] is 5",
    "integer from 0 to 1",
  ],
  ["selectRows: negative", () => x.selectRows([-1]), RangeError, "indices[0] is -1", "integer from 0 to 1"],
  [
    "slice: an end past the end",
    () => x.slice([0, 3]),
    RangeError,
    "slice: rows[1] is 3",
    "integer from 0 to 2",
  ],
  [
    "slice: a start past the end",
    () => x.slice([3, 3]),
    RangeError,
    "slice: rows[0] is 3",
    "integer from 0 to 2",
  ],
  [
    "slice: an end before the start",
    () => x.slice([0, 2], [2, 1]),
    RangeError,
    "cols[1] is 1",
    "integer from 2 to 3",
  ],
  [
    "slice: a negative start before the first row",
    () => x.slice([-3, 2]),
    RangeError,
    "slice: rows[0] is -3; expected an integer from 0 to 2, or a negative one that counts from the end",
  ],
  [
    "slice: a negative end before the start",
    () => x.slice([0], [1, -3]),
    RangeError,
    "slice: cols[1] is -3",
    "integer from 1 to 3",
  ],
  ["slice: a fraction that would count from the end", () => x.slice([-0.5]), RangeError, "rows[0] is -0.5"],
  ["slice: a number too small to count", () => x.slice([-1e-20]), RangeError, "rows[0] is -1e-20"],
  ["slice: -Infinity", () => x.slice([-Infinity]), RangeError, "slice: rows[0] is -Infinity"],
  ["slice: null for an end", () => x.slice([0, untyped(null)]), TypeError, "slice: rows[1] is null"],
  ["slice: no bounds", () => x.slice(untyped([])), TypeError, "slice: rows is an array of length 0"],
  ["slice: null for the columns", () => x.slice([0], untyped(null)), TypeError, "slice: cols is null"],
  ["set: a row past the end", () => x.set(2, 0, 1), RangeError, "set: row is 2", "integer from 0 to 1"],
  ["set: a negative column", () => x.set(0, -1, 1), RangeError, "set: col is -1", "integer from 0 to 2"],
  ["set: a string", () => x.set(0, 0, untyped("5")), TypeError, 'set: the value is "5"; expected a number'],
  ["set: no value", () => x.set(0, 0, untyped(undefined)), TypeError, "set: the value is undefined"],
  ["slice: a number", () => x.slice(untyped(1)), TypeError, "slice: rows is 1", "[start, end]"],
  [
    "slice: three bounds",
    () => x.slice([0, 1], untyped([0, 1, 2])),
    TypeError,
    "slice: cols is",
    "[start, end]",
  ],
  [
    "pick: too few columns",
    () => x.pick([0]),
    ShapeError,
    "pick: the result is 2 x 1, cols is 1 x 1: they must be the same",
  ],
  ["pick: past the end", () => x.pick([0, 3]), RangeError, "cols[1] is 3", "integer from 0 to 2"],
  ["pick: negative", () => x.pick([-1, 0]), RangeError, "cols[0] is -1", "integer from 0 to 2"],
];

test.each(failures)("%s", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
  expect(x.toArray()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});
