import fc from "fast-check";
import { iris, Matrix, RandomState, ShapeError, trainTestSplit } from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";
import { countsOf, labels, numbered, numbersOf } from "./support/numbered.js";

/** Labels, the size of a test set of them, and a seed. */
const cases = labels(2).chain((y) =>
  fc.record({ y: fc.constant(y), testSize: fc.integer({ min: 1, max: y.length - 1 }), seed: fc.nat() }),
);

test("each example is in one of the sets, with its own label", () => {
  fc.assert(
    fc.property(cases, fc.boolean(), ({ y, testSize, seed }, stratify) => {
      const data = numbered(y);
      const options = { testSize, stratify, random: new RandomState(seed) };
      const { training, test } = trainTestSplit(data, options);
      expect(test.x.rows).toBe(testSize);
      const all = [...numbersOf(training), ...numbersOf(test)];
      expect(all.sort((a, b) => a - b)).toEqual([...y.keys()]);
      for (const set of [training, test]) expect(set.y).toEqual(numbersOf(set).map((i) => y[i]));
    }),
  );
});

test("a stratified test set has the share of each class, up to rounding", () => {
  fc.assert(
    fc.property(cases, ({ y, testSize, seed }) => {
      const options = { testSize, stratify: true, random: new RandomState(seed) };
      const inTest = countsOf(trainTestSplit(numbered(y), options).test.y);
      for (const [label, count] of countsOf(y)) {
        const share = (count * testSize) / y.length;
        expect(Math.abs((inTest.get(label) ?? 0) - share)).toBeLessThan(1);
      }
    }),
  );
});

test("shares that are whole numbers are met exactly", () => {
  const options = { testShare: 0.2, stratify: true, random: new RandomState(0) };
  const { training, test } = trainTestSplit(iris(), options);
  expect([...countsOf(test.y).values()]).toEqual([10, 10, 10]);
  expect([...countsOf(training.y).values()]).toEqual([40, 40, 40]);
});

test("both sets are in the order of one permutation, stratified or not", () => {
  for (const stratify of [false, true]) {
    const [random, same] = [new RandomState(3), new RandomState(3)];
    const { training, test } = trainTestSplit(numbered([0, 0, 0, 1, 1, 1, 1, 1]), {
      testSize: 3,
      stratify,
      random,
    });
    const order = same.permutation(8);
    expect(random.getState()).toEqual(same.getState());
    const places = (set: typeof test) => numbersOf(set).map((i) => order.indexOf(i));
    expect(places(training)).toEqual(places(training).sort((a, b) => a - b));
    expect(places(test)).toEqual(places(test).sort((a, b) => a - b));
  }
});

test("any example may come into the test set", () => {
  for (const stratify of [false, true]) {
    const random = new RandomState(0);
    const data = numbered([0, 0, 0, 1, 1, 1]);
    const seen = new Set<number>();
    for (let i = 0; i < 100; i++) {
      for (const n of numbersOf(trainTestSplit(data, { testSize: 2, stratify, random }).test)) seen.add(n);
    }
    expect(seen.size).toBe(6);
  }
});

test.each([
  [0.5, 5, 3],
  [0.25, 5, 1],
  [0.07, 100, 7],
  [0.9, 10, 9],
])("a share of %d of %d examples is %d", (testShare, count, expected) => {
  expect(trainTestSplit(numbered(new Uint8Array(count)), { testShare }).test.y.length).toBe(expected);
});

test("targets in a matrix are divided row by row, and labels stay in their kind of array", () => {
  const { x, y } = numbered(Int32Array.of(5, 6, 7));
  const byRows = trainTestSplit({ x, y: x.multiply(10) }, { testSize: 1 });
  expect(byRows.test.y).toEqual(byRows.test.x.multiply(10));
  expect(trainTestSplit({ x, y }, { testSize: 1 }).training.y).toBeInstanceOf(Int32Array);
});

test("by default the generator is a fresh one", () => {
  const data = numbered(new Uint8Array(50));
  const { test: first } = trainTestSplit(data, { testSize: 25 });
  expect(numbersOf(first)).not.toEqual(
    numbersOf(trainTestSplit(data, { testSize: 25, random: undefined }).test),
  );
});

test("a generator of somebody else's must give permutations", () => {
  const random = Object.assign(new RandomState(0), { permutation: () => [0, 1] });
  expectError(
    () => trainTestSplit(numbered([0, 1, 2]), { testSize: 1, random }),
    RangeError,
    "trainTestSplit: the length of a random permutation is 2; expected 3",
  );
});

describe("wrong arguments are refused before anything is drawn", () => {
  const random = new RandomState(0);
  const data = numbered([0, 1, 0, 1, 0]);
  const split = (options: object, of: object = data) => trainTestSplit(of as never, { random, ...options });
  const failures: Failure[] = [
    ["no data", () => trainTestSplit(null as never, {}), TypeError, "trainTestSplit: data is null"],
    [
      "too few labels",
      () => split({ testSize: 1 }, { x: data.x, y: [0] }),
      ShapeError,
      "trainTestSplit: x is 5 x 2, y is 1 x 1: one label is needed for each row of x",
    ],
    [
      "neither a share nor a size",
      () => split({}),
      TypeError,
      "testShare is undefined, testSize is undefined; expected one of them",
    ],
    [
      "a share and a size",
      () => split({ testShare: 0.2, testSize: 1 }),
      TypeError,
      "testShare is 0.2, testSize is 1; expected one of them",
    ],
    [
      "a share of 1",
      () => split({ testShare: 1 }),
      RangeError,
      "testShare is 1; expected a number between 0",
    ],
    [
      "a share of 0",
      () => split({ testShare: 0 }),
      RangeError,
      "testShare is 0; expected a number between 0",
    ],
    ["a share in percent", () => split({ testShare: 20 }), RangeError, "testShare is 20"],
    ["a share in a string", () => split({ testShare: "0.2" }), TypeError, 'testShare is "0.2"'],
    [
      "a share so small that the test set would be empty",
      () => split({ testShare: 0.05 }),
      RangeError,
      "trainTestSplit: the size of the test set is 0; expected an integer from 1 to 4",
    ],
    ["an empty training set", () => split({ testSize: 5 }), RangeError, "the size of the test set is 5"],
    ["a fractional size", () => split({ testSize: 1.5 }), RangeError, "the size of the test set is 1.5"],
    ["a seed", () => split({ testSize: 1, random: 0 }), TypeError, "trainTestSplit: random is 0"],
    ["a column", () => split({ testSize: 1, stratify: "y" }), TypeError, 'trainTestSplit: stratify is "y"'],
    [
      "classes of targets in a matrix",
      () => split({ testSize: 1, stratify: true }, { x: data.x, y: Matrix.zeros(5, 1) }),
      TypeError,
      "trainTestSplit: y is an object of type Matrix; expected an array of labels if stratify is true",
    ],
    [
      "a misspelt option",
      () => split({ testSize: 1, shuffle: true }),
      TypeError,
      'trainTestSplit: unknown option "shuffle"',
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    const before = random.getState();
    expectError(call, kind, ...parts);
    expect(random.getState()).toEqual(before);
  });
});
