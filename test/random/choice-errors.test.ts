import { RandomState } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const random = new RandomState(0);

const failures: Failure[] = [
  [
    "choice: null for the items",
    () => random.choice(untyped(null)),
    TypeError,
    "choice: items is null",
    "an integer, an array or a typed array",
  ],
  [
    "choice: null for p",
    () => random.choice(2, 1, untyped({ p: null })),
    TypeError,
    "choice: p is null",
    "an array",
  ],
  [
    "choice: a string for replace",
    () => random.choice(2, 1, untyped({ replace: "no" })),
    TypeError,
    'replace is "no"',
    "true or false",
  ],
  [
    "permutation: no argument",
    () => random.permutation(untyped(undefined)),
    TypeError,
    "permutation: items is undefined",
    "an integer, an array, a typed array or a Matrix",
  ],
  [
    "choice: an empty array",
    () => random.choice([]),
    RangeError,
    "choice: the number of items is 0",
    "at least 1",
  ],
  [
    "choice: two items of an empty array",
    () => random.choice([], 2),
    RangeError,
    "choice: the number of items is 0",
  ],
  ["choice: a negative number of items", () => random.choice(-3), RangeError, "the number of items is -3"],
  ["choice: a negative size", () => random.choice(3, -1), RangeError, "choice: size is -1"],
  ["choice: a fractional size", () => random.choice(3, 0.5), RangeError, "choice: size is 0.5"],
  [
    "choice: more items than there are, without replacement",
    () => random.choice(3, 4, { replace: false }),
    RangeError,
    "choice: size without replacement is 4",
    "integer from 0 to 3",
  ],
  [
    "choice: more items than have a probability, without replacement",
    () => random.choice(3, 2, { replace: false, p: [0, 1, 0] }),
    RangeError,
    "choice: size without replacement is 2",
    "integer from 0 to 1",
  ],
  [
    "choice: p too short",
    () => random.choice(3, 1, { p: [0.5, 0.5] }),
    RangeError,
    "the length of p is 2",
    "expected 3",
  ],
  [
    "choice: p that does not sum to 1",
    () => random.choice(2, 1, { p: [0.5, 0.4] }),
    RangeError,
    "the sum of p is 0.9",
    "expected 1",
  ],
  [
    "choice: p that sums to a bit more than 1",
    () => random.choice(2, 1, { p: [0.5, 0.5000001] }),
    RangeError,
    "the sum of p is 1.0000000999",
  ],
  [
    "choice: a negative probability",
    () => random.choice(2, 1, { p: [1.5, -0.5] }),
    RangeError,
    "p[1] is -0.5",
    "at least 0",
  ],
  ["choice: a NaN probability", () => random.choice(2, 1, { p: [1, Number.NaN] }), RangeError, "p[1] is NaN"],
  [
    "choice: a misspelt option",
    () => random.choice(2, 1, untyped({ replaced: false })),
    TypeError,
    'unknown option "replaced"',
    "replace, p",
  ],
  [
    "choice: true for options",
    () => random.choice(2, 1, untyped(true)),
    TypeError,
    "choice: options is true",
  ],
];

test.each(failures)("%s is refused before anything is drawn", (_title, call, kind, ...parts) => {
  const before = random.getState();
  expectError(call, kind, ...parts);
  expect(random.getState()).toEqual(before);
});

test("probabilities may miss 1 by a rounding error", () => {
  expect(new RandomState(0).choice(3, 4, { p: [0.1, 0.2, 0.7 + 1e-9] })).toHaveLength(4);
});
