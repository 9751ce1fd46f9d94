import { Matrix, RandomState } from "spiralnet";
import { expect, test } from "vitest";
import { expectError } from "../support/expect-error.js";

const random = new RandomState(0);

const calls: [title: string, call: () => unknown, named: string][] = [
  ["permutation(2 ** 31)", () => random.permutation(2 ** 31), "permutation: n is 2147483648"],
  [
    "permutation of a matrix with 2 ** 31 rows and no columns",
    () => random.permutation(Matrix.zeros(2 ** 31, 0)),
    "permutation: the number of rows is 2147483648",
  ],
  [
    "shuffle of a matrix with 2 ** 31 rows and no columns",
    () => random.shuffle(Matrix.zeros(2 ** 31, 0)),
    "shuffle: the number of rows is 2147483648",
  ],
  ["randint(0, 5, 2 ** 27)", () => random.randint(0, 5, 2 ** 27), "randint: size is 134217728"],
  ["choice(5, 2 ** 27)", () => random.choice(5, 2 ** 27), "choice: size is 134217728"],
  [
    "choice(2 ** 40, 2, { replace: false })",
    () => random.choice(2 ** 40, 2, { replace: false }),
    "choice: the number of items is 1099511627776",
  ],
];

test.each(calls)("%s is refused before it takes memory", (_title, call, named) => {
  const state = random.getState();
  const before = process.memoryUsage.rss();
  expectError(call, RangeError, named, "expected an integer from 0 to 67108864");
  expect(process.memoryUsage.rss() - before).toBeLessThan(2 ** 28);
  expect(random.getState()).toEqual(state);
});

test("choice with replacement takes any number of items: it makes no list of them", () => {
  const [item] = new RandomState(0).choice(2 ** 40, 1);
  expect(item).toBe(new RandomState(0).randint(2 ** 40));
});
