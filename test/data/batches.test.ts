import fc from "fast-check";
import { batches, Matrix, RandomState, ShapeError } from "spiralnet";
import { describe, expect, test } from "vitest";
import { detached } from "../support/detached.js";
import { expectError, type Failure } from "../support/expect-error.js";
import { numbered as labeled, numbersOf } from "./support/numbered.js";

/** Examples of which each has the number of its row for a label. */
const numbered = (count: number) => labeled(Array.from({ length: count }, (_, i) => i));

const counts = fc.record({
  count: fc.integer({ min: 1, max: 40 }),
  size: fc.integer({ min: 1, max: 50 }),
  seed: fc.nat(),
});

test("an epoch gives each example once, with its own target", () => {
  fc.assert(
    fc.property(counts, ({ count, size, seed }) => {
      const data = numbered(count);
      const epoch = [...batches(data, { size, random: new RandomState(seed) })];
      expect(epoch.flatMap(({ y }) => y).sort((a, b) => a - b)).toEqual(data.y);
      for (const batch of epoch) expect(batch.y).toEqual(numbersOf(batch));
    }),
  );
});

test("every batch has the given size but the last, which has the rest or is left out", () => {
  fc.assert(
    fc.property(counts, fc.boolean(), ({ count, size, seed }, dropLast) => {
      fc.pre(!dropLast || size <= count);
      const all = batches(numbered(count), { size, dropLast, random: new RandomState(seed) });
      const sizes = Array.from(all, ({ x }) => x.rows);
      const rest = count % size;
      const full = Array.from({ length: Math.floor(count / size) }, () => size);
      expect(sizes).toEqual(rest > 0 && !dropLast ? [...full, rest] : full);
      expect(all.count).toBe(sizes.length);
    }),
  );
});

test("without a generator the examples keep their order, in each epoch", () => {
  const inOrder = batches(numbered(5), { size: 2 });
  for (let epoch = 0; epoch < 2; epoch++) {
    expect(Array.from(inOrder, ({ y }) => y)).toEqual([[0, 1], [2, 3], [4]]);
  }
});

test("each epoch draws one permutation, when it begins", () => {
  const [random, same] = [new RandomState(3), new RandomState(3)];
  const shuffled = batches(numbered(7), { size: 3, random });
  expect(random.getState()).toEqual(same.getState());
  for (let epoch = 0; epoch < 3; epoch++) {
    const iterator = shuffled[Symbol.iterator]();
    const order = same.permutation(7);
    expect(iterator.next().value?.y).toEqual(order.slice(0, 3));
    expect(random.getState()).toEqual(same.getState());
    expect(iterator.next().value?.y).toEqual(order.slice(3, 6));
    expect(iterator.next().value?.y).toEqual(order.slice(6));
    expect(iterator.next().done).toBe(true);
    expect(random.getState()).toEqual(same.getState());
  }
});

test("targets in a matrix are taken row by row", () => {
  const { x } = numbered(4);
  const epoch = [...batches({ x, y: x.multiply(10) }, { size: 3, random: new RandomState(1) })];
  for (const batch of epoch) expect(batch.y).toEqual(batch.x.multiply(10));
});

test.each([
  ["Int32Array", Int32Array.of(3, 1, 2)],
  ["Uint8Array", Uint8Array.of(3, 1, 2)],
  ["Float64Array", Float64Array.of(3, 1, 2)],
  ["Buffer", Buffer.of(3, 1, 2)],
  ["Array", [3, 1, 2]],
])("labels in a %s stay in one", (name, y) => {
  const [first, last] = [...batches({ x: numbered(3).x, y }, { size: 2 })];
  expect(first?.y.constructor.name.replace("FastBuffer", "Buffer")).toBe(name);
  expect(Array.from(first?.y ?? [])).toEqual([3, 1]);
  expect(Array.from(last?.y ?? [])).toEqual([2]);
});

test("labels may be any integers", () => {
  const [batch] = batches({ x: numbered(3).x, y: [-1, 1, -1] }, { size: 3 });
  expect(batch?.y).toEqual([-1, 1, -1]);
});

test("batches share no numbers with the data or with each other", () => {
  const x = numbered(4).x;
  const data = { x, y: Buffer.of(0, 1, 2, 3) };
  const all = batches(data, { size: 2 });
  const kept = [...all];
  for (const batch of all) {
    batch.x.assignInPlace(9);
    batch.y.fill(9);
  }
  expect(data).toEqual({ x: numbered(4).x, y: Buffer.of(0, 1, 2, 3) });
  expect(kept.map(({ y }) => [...y])).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(kept[0]?.x).toEqual(x.slice([0, 2]));
});

test("labels that are lost between two epochs are missed before anything is drawn", () => {
  const random = new RandomState(0);
  const data = numbered(3);
  const all = batches(data, { size: 2, random });
  data.y.pop();
  const before = random.getState();
  expectError(() => [...all], ShapeError, "batches: x is 3 x 2, y is 2 x 1");
  expect(random.getState()).toEqual(before);
});

test("a generator of somebody else's must give permutations", () => {
  const random = (order: unknown) => Object.assign(new RandomState(0), { permutation: () => order });
  const epoch = (order: unknown) => [...batches(numbered(3), { size: 2, random: random(order) })];
  expect(epoch([2, 0, 1]).map(({ y }) => y)).toEqual([[2, 0], [1]]);
  expectError(
    () => epoch([0, 1]),
    RangeError,
    "batches: the length of a random permutation is 2; expected 3",
  );
  expectError(() => epoch([0, 1, 3]), RangeError, "permutation[2] is 3; expected an integer from 0 to 2");
  expectError(() => epoch(undefined), TypeError, "permutation is undefined");
});

describe("wrong arguments are refused at once", () => {
  const { x, y } = numbered(5);
  const failures: Failure[] = [
    ["no data", () => batches(null as never, { size: 2 }), TypeError, "batches: data is null", "{ x, y }"],
    [
      "too few labels",
      () => batches({ x, y: [0] }, { size: 2 }),
      ShapeError,
      "x is 5 x 2, y is 1 x 1",
      "one label",
    ],
    [
      "too many rows of targets",
      () => batches({ x, y: Matrix.zeros(6, 3) }, { size: 2 }),
      ShapeError,
      "x is 5 x 2, y is 6 x 3",
      "one row of y is needed",
    ],
    [
      "labels that are fractions",
      () => batches({ x, y: [0, 1, 0.5, 0, 1] }, { size: 2 }),
      RangeError,
      "batches: y[2] is 0.5",
      "an integer, the class of the row; numbers to predict go into a Matrix",
    ],
    [
      "big integers",
      () => batches({ x, y: new BigInt64Array(5) as never }, { size: 2 }),
      TypeError,
      "batches: y[0] is 0n",
    ],
    [
      "a string for y",
      () => batches({ x, y: "01010" } as never, { size: 2 }),
      TypeError,
      'batches: y is "01010"; expected an array of integers or a Matrix',
    ],
    [
      "rows in arrays for x",
      () => batches({ x: [[1], [2]], y: [0, 1] } as never, { size: 2 }),
      TypeError,
      "batches: x is an array of length 2; expected a Matrix",
    ],
    [
      "labels whose memory was transferred away",
      () => batches({ x, y: detached(Int32Array.of(0, 1, 0, 1, 0)) }, { size: 2 }),
      TypeError,
      "batches: y is",
      "that was not transferred",
    ],
    [
      "no examples",
      () => batches({ x: Matrix.zeros(0, 2), y: [] }, { size: 2 }),
      RangeError,
      "batches: the number of examples is 0; expected at least 1",
    ],
    ["no size", () => batches({ x, y }, {} as never), TypeError, "batches: size is undefined"],
    ["a size of 0", () => batches({ x, y }, { size: 0 }), RangeError, "batches: size is 0", "at least 1"],
    ["a fractional size", () => batches({ x, y }, { size: 2.5 }), RangeError, "batches: size is 2.5"],
    [
      "a size above the number of examples, if the rest is left out",
      () => batches({ x, y }, { size: 6, dropLast: true }),
      RangeError,
      "batches: size is 6; expected at most 5",
    ],
    [
      "dropLast in a string",
      () => batches({ x, y }, { size: 2, dropLast: "yes" as never }),
      TypeError,
      "dropLast",
    ],
    [
      "a seed for a generator",
      () => batches({ x, y }, { size: 2, random: 0 as never }),
      TypeError,
      "batches: random is 0; expected a RandomState",
    ],
    [
      "a misspelt option",
      () => batches({ x, y }, { size: 2, shuffle: true } as never),
      TypeError,
      'batches: unknown option "shuffle"; expected size, random, dropLast',
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => expectError(call, kind, ...parts));
});
