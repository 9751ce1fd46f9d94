import { RandomState } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const random = new RandomState(0);
const words = new RandomState(1).getState().words;

const failures: Failure[] = [
  [
    "nothing",
    () => random.setState(untyped(undefined)),
    TypeError,
    "setState: the state is undefined",
    "what getState returned",
  ],
  ["a number", () => random.setState(untyped(5)), TypeError, "setState: the state is 5"],
  [
    "too few words",
    () => random.setState({ words: words.slice(1), spare: null }),
    RangeError,
    "has 624 words",
    "expected 625",
  ],
  [
    "a position past the end",
    () => random.setState({ words: [624, ...words.slice(1)], spare: null }),
    RangeError,
    "word 0 of the state is 624",
    "from 0 to 623",
  ],
  [
    "a word of 33 bits",
    () => random.setState({ words: [...words.slice(0, -1), 2 ** 31], spare: null }),
    RangeError,
    "word 624 of the state is 2147483648",
  ],
  [
    "a word below",
    () => random.setState({ words: [...words.slice(0, -1), -(2 ** 31) - 1], spare: null }),
    RangeError,
    "is -2147483649",
  ],
  [
    "a word in a string",
    () => random.setState({ words: [0, untyped("1"), ...words.slice(2)], spare: null }),
    TypeError,
    'word 1 of the state is "1"',
  ],
  [
    "a NaN to keep",
    () => random.setState({ words, spare: Number.NaN }),
    RangeError,
    "setState: spare is NaN",
  ],
  [
    "nothing to keep",
    () => random.setState({ words, spare: untyped(undefined) }),
    TypeError,
    "setState: spare is undefined",
  ],
];

test.each(failures)("%s: nothing is drawn", (_title, call, kind, ...parts) => {
  const before = random.getState();
  expectError(call, kind, ...parts);
  expect(random.getState()).toEqual(before);
});

test("the widest words and positions are accepted", () => {
  const wide = [623, ...words.slice(1, -2), 2 ** 31 - 1, -(2 ** 31)];
  const other = new RandomState(0);
  other.setState({ words: wide, spare: 0 });
  expect(other.getState()).toEqual({ words: wide, spare: 0 });
});
