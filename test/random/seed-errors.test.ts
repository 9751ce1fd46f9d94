import { RandomState } from "spiralnet";
import { test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;

const failures: Failure[] = [
  [
    "a negative seed",
    () => new RandomState(-1),
    RangeError,
    "RandomState: seed is -1",
    "integer from 0 to 4294967295",
  ],
  [
    "a seed of 2**32",
    () => new RandomState(2 ** 32),
    RangeError,
    "seed is 4294967296",
    "from 0 to 4294967295",
  ],
  ["a fractional seed", () => new RandomState(0.5), RangeError, "seed is 0.5", "integer"],
  ["a NaN seed", () => new RandomState(Number.NaN), RangeError, "seed is NaN"],
  ["an infinite seed", () => new RandomState(Number.POSITIVE_INFINITY), RangeError, "seed is Infinity"],
  ["a seed in a string", () => new RandomState(untyped("0")), TypeError, 'seed is "0"'],
  ["a null seed", () => new RandomState(untyped(null)), TypeError, "seed is null"],
  ["a bigint seed", () => new RandomState(untyped(1n)), TypeError, "seed is 1n"],
];

test.each(failures)("%s is refused", (_title, call, kind, ...parts) => {
  expectError(call, kind, ...parts);
});
