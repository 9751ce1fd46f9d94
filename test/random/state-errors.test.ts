import { RandomState } from "spiralnet";
import { expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

const untyped = (value: unknown): never => value as never;
const random = new RandomState(0);
const words = new RandomState(1).getState().words;

const failures: Failure[] = [
  [
    "undefined for the state",
    () => random.setState(untyped(undefined)),
    TypeError,
    "setState: the state is undefined",
    "what getState returned",
  ],
  ["a number for the state", () => random.setState(untyped(5)), TypeError, "setState: the state is 5"],
  [
    "too few words",
    () => random.setState({ words: words.slice(1), spare: null }),
    RangeError,
    "the number of words is 624",
    "expected 625",
  ],
  [
    "a position past the end",
    () => random.setState({ words: [624, ...words.slice(1)], spare: null }),
    RangeError,
    "words[0] is 624",
    "from 0 to 623",
  ],
  [
    "a word of 33 bits",
    () => random.setState({ words: [...words.slice(0, -1), 2 ** 31], spare: null }),
    RangeError,
    "words[624] is 2147483648",
  ],
  [
    "a word below -(2**31)",
    () => random.setState({ words: [...words.slice(0, -1), -(2 ** 31) - 1], spare: null }),
    RangeError,
    "is -2147483649",
  ],
  [
    "a word in a string",
    () => random.setState({ words: [0, untyped("1"), ...words.slice(2)], spare: null }),
    TypeError,
    'words[1] is "1"',
  ],
  [
    "NaN for the normal that is kept",
    () => random.setState({ words, spare: Number.NaN }),
    RangeError,
    "setState: spare is NaN",
  ],
  [
    "undefined for the normal that is kept",
    () => random.setState({ words, spare: untyped(undefined) }),
    TypeError,
    "setState: spare is undefined",
    "what getState returned",
  ],
  [
    "a normal larger than any that is drawn",
    () => random.setState({ words, spare: -12.02 }),
    RangeError,
    "setState: spare is -12.02",
  ],
  [
    "a hole among the words",
    () => random.setState({ words: words.toSpliced(9, 1, untyped(undefined)), spare: null }),
    TypeError,
    "words[9] is undefined",
  ],
  [
    "words in a typed array",
    () => random.setState({ words: untyped(Int32Array.from(words)), spare: null }),
    TypeError,
    "setState: words is an object of type Int32Array",
    "what getState returned",
  ],
  [
    "words that only zeros follow",
    () =>
      random.setState({ words: words.map((_, i) => (i === 0 ? 7 : i === 8 ? 2 ** 31 - 1 : 0)), spare: null }),
    RangeError,
    "only zeros follow",
  ],
  [
    "words of zeros",
    () => random.setState({ words: words.map(() => 0), spare: null }),
    RangeError,
    "only zeros follow",
  ],
];

test.each(failures)("%s: refused, and the state stays as it was", (_title, call, kind, ...parts) => {
  const before = random.getState();
  expectError(call, kind, ...parts);
  expect(random.getState()).toEqual(before);
});

test("one bit that counts is enough", () => {
  const other = new RandomState(0);
  const sparse = words.map((_, i) => (i === 0 ? 5 : i === 6 ? -(2 ** 31) : 0));
  other.setState({ words: sparse, spare: null });
  expect(other.rand(2000).max()).toBeGreaterThan(0);
});

test("the widest words and positions are accepted", () => {
  const wide = [623, ...words.slice(1, -2), 2 ** 31 - 1, -(2 ** 31)];
  const other = new RandomState(0);
  other.setState({ words: wide, spare: 0 });
  expect(other.getState()).toEqual({ words: wide, spare: 0 });
});
