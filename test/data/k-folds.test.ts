import fc from "fast-check";
import { kFolds, Matrix, RandomState, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { countsOf, labels, numbered, numbersOf } from "./support/numbered.js";

/** Labels, a number of folds of them, and a seed. */
const cases = labels(2).chain((y) =>
  fc.record({ y: fc.constant(y), k: fc.integer({ min: 2, max: y.length }), seed: fc.nat() }),
);

test("each example validates once, and trains in all other folds", () => {
  fc.assert(
    fc.property(cases, fc.boolean(), ({ y, k, seed }, stratify) => {
      const folds = [...kFolds(numbered(y), k, { stratify, random: new RandomState(seed) })];
      expect(folds.length).toBe(k);
      const validated = folds.flatMap(({ validation }) => numbersOf(validation));
      expect(validated.sort((a, b) => a - b)).toEqual([...y.keys()]);
      for (const { training, validation } of folds) {
        const all = [...numbersOf(training), ...numbersOf(validation)];
        expect(all.sort((a, b) => a - b)).toEqual([...y.keys()]);
        for (const set of [training, validation]) expect(set.y).toEqual(numbersOf(set).map((i) => y[i]));
      }
    }),
  );
});

test("the sizes of folds differ by at most one", () => {
  fc.assert(
    fc.property(cases, fc.boolean(), ({ y, k, seed }, stratify) => {
      const folds = [...kFolds(numbered(y), k, { stratify, random: new RandomState(seed) })];
      const sizes = folds.map(({ validation }) => validation.x.rows);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test("in stratified folds the numbers of each class differ by at most one", () => {
  fc.assert(
    fc.property(cases, ({ y, k, seed }) => {
      const folds = [...kFolds(numbered(y), k, { stratify: true, random: new RandomState(seed) })];
      for (const label of countsOf(y).keys()) {
        const counts = folds.map(({ validation }) => countsOf(validation.y).get(label) ?? 0);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("draws one permutation at once, whose order the sets have", () => {
  for (const stratify of [false, true]) {
    const [random, same] = [new RandomState(3), new RandomState(3)];
    const folds = kFolds(numbered([0, 1, 0, 1, 0, 1, 1]), 3, { stratify, random });
    const order = same.permutation(7);
    expect(random.getState()).toEqual(same.getState());
    const places = (set: { x: Matrix }) => numbersOf(set).map((i) => order.indexOf(i));
    for (const { training, validation } of folds) {
      expect(places(training)).toEqual(places(training).sort((a, b) => a - b));
      expect(places(validation)).toEqual(places(validation).sort((a, b) => a - b));
    }
    expect(random.getState()).toEqual(same.getState());
  }
});

test("iterating again gives the same folds, of new numbers", () => {
  const folds = kFolds(numbered([0, 1, 2, 3, 4]), 2);
  const first = [...folds];
  const second = [...folds];
  expect(second).toEqual(first);
  first[0]?.training.x.assignInPlace(9);
  expect(second).not.toEqual(first);
});

test("by default the generator is a fresh one", () => {
  const data = numbered(new Uint8Array(50));
  expect([...kFolds(data, 2)]).not.toEqual([...kFolds(data, 2, { random: undefined })]);
});

test("targets in a matrix are divided row by row, and labels stay in their kind of array", () => {
  const { x, y } = numbered(Uint8Array.of(5, 6, 7));
  for (const { training } of kFolds({ x, y: x.multiply(10) }, 2)) {
    expect(training.y).toEqual(training.x.multiply(10));
  }
  for (const { validation } of kFolds({ x, y }, 3)) expect(validation.y).toBeInstanceOf(Uint8Array);
});

test("labels that are lost between two folds are missed", () => {
  const y = [0, 1, 2];
  const folds = kFolds(numbered(y), 2)[Symbol.iterator]();
  folds.next();
  y.pop();
  expectError(() => folds.next(), ShapeError, "kFolds: x is 3 x 2, y is 2 x 1");
});

test("a generator of somebody else's must give permutations", () => {
  const random = Object.assign(new RandomState(0), { permutation: () => [0, 1] });
  expectError(
    () => kFolds(numbered([0, 1, 2]), 2, { random }),
    RangeError,
    "kFolds: the length of a random permutation is 2; expected 3",
  );
});

describe("wrong arguments are refused before anything is drawn", () => {
  const random = new RandomState(0);
  const data = numbered([0, 1, 0, 1, 0]);
  const failures: Failure[] = [
    ["no data", () => kFolds(undefined as never, 2), TypeError, "kFolds: data is undefined", "{ x, y }"],
    [
      "too few labels",
      () => kFolds({ x: data.x, y: [0] }, 2, { random }),
      ShapeError,
      "kFolds: x is 5 x 2, y is 1 x 1",
    ],
    [
      "one fold",
      () => kFolds(data, 1, { random }),
      RangeError,
      "kFolds: k is 1; expected an integer from 2 to 5",
    ],
    ["more folds than examples", () => kFolds(data, 6, { random }), RangeError, "kFolds: k is 6"],
    ["a fraction of a fold", () => kFolds(data, 2.5, { random }), RangeError, "kFolds: k is 2.5"],
    ["k missing", () => kFolds(data, { random } as never), TypeError, "kFolds: k is an object"],
    ["a seed", () => kFolds(data, 2, { random: 0 as never }), TypeError, "kFolds: random is 0"],
    ["a number", () => kFolds(data, 2, { random, stratify: 1 as never }), TypeError, "kFolds: stratify is 1"],
    [
      "classes of targets in a matrix",
      () => kFolds({ x: data.x, y: Matrix.zeros(5, 1) }, 2, { random, stratify: true }),
      TypeError,
      "kFolds: y is an object of type Matrix; expected an array of labels if stratify is true",
    ],
    [
      "a misspelt option",
      () => kFolds(data, 2, { seed: 0 } as never),
      TypeError,
      'kFolds: unknown option "seed"',
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    const before = random.getState();
    expectError(call, kind, ...parts);
    expect(random.getState()).toEqual(before);
  });
});
