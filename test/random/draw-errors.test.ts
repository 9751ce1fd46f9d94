import { RandomState } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const random = new RandomState(0);

const three = [1, 2, 3] as unknown as [number];

const failures: Failure[] = [
  ["rand: a negative size", () => random.rand(-1), RangeError, "is -1", "integer from 0 to"],
  ["rand: a fractional size", () => random.rand(2, 1.5), RangeError, "is 1.5", "integer from 0 to"],
  ["rand: an undefined size", () => random.rand(untyped(undefined)), TypeError, "is undefined"],
  [
    "randn: three dimensions",
    () => random.randn(...three),
    RangeError,
    "randn: the number of sizes is 3",
    "integer from 0 to 2",
  ],
  [
    "uniform: an infinite bound",
    () => random.uniform(0, Number.POSITIVE_INFINITY),
    RangeError,
    "uniform: high is Infinity",
  ],
  ["uniform: a NaN bound", () => random.uniform(Number.NaN, 1), RangeError, "uniform: low is NaN", "finite"],
  [
    "uniform: bounds too far apart",
    () => random.uniform(-1.7e308, 1.7e308),
    RangeError,
    "uniform: high - low is Infinity",
    "a finite number",
  ],
  [
    "rand: three dimensions",
    () => random.rand(...three),
    RangeError,
    "rand: the number of sizes is 3",
    "integer from 0 to 2",
  ],
  [
    "uniform: three dimensions",
    () => random.uniform(0, 1, ...three),
    RangeError,
    "uniform: the number of sizes is 3",
  ],
  [
    "normal: three dimensions",
    () => random.normal(0, 1, ...three),
    RangeError,
    "normal: the number of sizes is 3",
  ],
  ["uniform: a negative size", () => random.uniform(0, 1, -2), RangeError, "is -2"],
  ["normal: a negative scale", () => random.normal(0, -1), RangeError, "normal: scale is -1", "at least 0"],
  ["normal: a NaN mean", () => random.normal(Number.NaN, 1), RangeError, "normal: loc is NaN"],
  [
    "normal: an infinite scale",
    () => random.normal(0, Number.POSITIVE_INFINITY),
    RangeError,
    "normal: scale is Infinity",
  ],
  ["normal: a scale in a string", () => random.normal(0, untyped("1")), TypeError, 'normal: scale is "1"'],
  [
    "randint: an empty range",
    () => random.randint(5, 5),
    RangeError,
    "randint: high - low is 0",
    "at least 1",
  ],
  [
    "randint: no integer from 0 up to 0",
    () => random.randint(0),
    RangeError,
    "randint: high - low is 0",
    "at least 1",
  ],
  [
    "randint: bounds the wrong way round",
    () => random.randint(3, -3, 2),
    RangeError,
    "randint: high - low is -6",
    "at least 1",
  ],
  ["randint: a fractional bound", () => random.randint(0.5, 3), RangeError, "randint: low is 0.5", "integer"],
  [
    "randint: a bound beyond 2**53",
    () => random.randint(0, 2 ** 53),
    RangeError,
    "randint: high is 9007199254740992",
    "safe integer of at least -9007199254740991",
  ],
  [
    "randint: a low bound beyond -2**53",
    () => random.randint(-(2 ** 53), 0),
    RangeError,
    "randint: low is -9007199254740992",
    "safe integer of at least -9007199254740991",
  ],
  [
    "randint: a range of more than 2**53 - 1",
    () => random.randint(-(2 ** 52), 2 ** 53 - 1),
    RangeError,
    "randint: high - low is 13510798882111488",
    "safe integer",
  ],
  ["randint: a negative size", () => random.randint(0, 2, -1), RangeError, "randint: size is -1"],
  ["randint: a fractional size", () => random.randint(0, 2, 1.5), RangeError, "randint: size is 1.5"],
  [
    "uniform: bounds the wrong way round",
    () => random.uniform(5, 1),
    RangeError,
    "uniform: high - low is -4; expected a finite number of at least 0",
  ],
  [
    "normal: a scale whose draws could be infinite",
    () => random.normal(0, 1e308),
    RangeError,
    "normal: scale is 1e+308",
    "a smaller number",
  ],
  [
    "normal: a mean near the largest number, with a scale that leads beyond",
    () => random.normal(-1.7e308, 1e307),
    RangeError,
    "normal: scale is 1e+307",
  ],
  ["permutation: a negative number", () => random.permutation(-1), RangeError, "permutation: n is -1"],
  ["permutation: a fraction", () => random.permutation(2.5), RangeError, "permutation: n is 2.5"],
  [
    "shuffle: a DataView",
    () => random.shuffle(untyped(new DataView(new ArrayBuffer(8)))),
    TypeError,
    "shuffle: items is an object of type DataView",
    "an array",
  ],
  [
    "shuffle: an array-like object",
    () => random.shuffle(untyped({ length: 2, 0: 1, 1: 2 })),
    TypeError,
    "shuffle: items is an object of type Object",
    "an array",
  ],
  [
    "shuffle: a frozen array",
    () => random.shuffle(untyped(Object.freeze([1, 2, 3]))),
    TypeError,
    "shuffle: items is an array of length 3",
    "an array that can be written",
  ],
  [
    "shuffle: an array with a hole",
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    () => random.shuffle([1, , 3]),
    TypeError,
    "shuffle: items[1] is undefined; expected an array without holes",
  ],
  ["shuffle: a number", () => random.shuffle(untyped(5)), TypeError, "shuffle: items is 5", "an array"],
  [
    "shuffle: a string",
    () => random.shuffle(untyped("abc")),
    TypeError,
    'shuffle: items is "abc"',
    "a typed array or a Matrix",
  ],
];

test.each(failures)("%s is refused before anything is drawn", (_title, call, kind, ...parts) => {
  const before = random.getState();
  expectError(call, kind, ...parts);
  expect(random.getState()).toEqual(before);
});
