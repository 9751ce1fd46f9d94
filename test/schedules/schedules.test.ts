import {
  constant,
  cosine,
  exponentialDecay,
  linearWarmup,
  oneCycle,
  type Schedule,
  sequence,
  stepDecay,
} from "spiralnet";
import { describe, expect, test } from "vitest";
import { expectError, type Failure } from "../support/expect-error.js";

test.each<[string, Schedule, number, number]>([
  ["cosine", cosine(0.5, { steps: 20, minimum: 0.1 }), 20, 0.1],
  ["oneCycle", oneCycle(0.5, { steps: 20, minimum: 0.1 }), 19, 0.1],
  ["linearWarmup", linearWarmup(0.5, { steps: 20 }), 20, 0.5],
])("%s stays at its last rate", (_, schedule, end, last) => {
  expect(schedule(end - 1)).not.toBe(last);
  for (const step of [end, end + 1, end + 7, 1e9]) expect(schedule(step)).toBe(last);
});

test("oneCycle reaches its largest rate, and of one step it is the last", () => {
  expect(oneCycle(0.5, { steps: 10, warmup: 0.4 })(3)).toBe(0.5);
  expect(oneCycle(0.5, { steps: 10, warmup: 0.1 })(0)).toBe(0.5);
  expect(oneCycle(0.5, { steps: 1, minimum: 0.25 })(0)).toBe(0.25);
});

test("a warmup may begin at 0, and above the rate it ends with", () => {
  expect([0, 1, 2, 3].map(linearWarmup(1, { steps: 2, from: 0 }))).toEqual([0, 0.5, 1, 1]);
  expect([0, 1, 2, 3].map(linearWarmup(1, { steps: 2, from: 3 }))).toEqual([3, 2, 1, 1]);
});

test("a schedule of one's own can follow a warmup or stand in a sequence", () => {
  const own: Schedule = (step) => 1 / (1 + step);
  expect([0, 1, 2, 3, 4].map(linearWarmup(own, { steps: 2, from: 0 }))).toEqual([0, 0.5, 1, 1 / 2, 1 / 3]);
  expect([0, 1, 2, 3].map(sequence(own, 2, own))).toEqual([1, 1 / 2, 1, 1 / 2]);
  expect([0, 1].map(sequence(constant(5), 0, own))).toEqual([1, 1 / 2]);
});

test("exponentialDecay takes as many steps as it is told to", () => {
  expect(exponentialDecay(1, { factor: 0.25, every: 10 })(5)).toBe(0.5);
});

describe("wrong arguments are refused", () => {
  const failures: Failure[] = [
    ["a negative rate", () => constant(-1), RangeError, "constant: rate is -1"],
    ["no factor", () => exponentialDecay(1, {} as never), TypeError, "exponentialDecay: factor is undefined"],
    [
      "half a step",
      () => constant(1)(0.5),
      RangeError,
      "constant: step is 0.5",
      "a safe integer of at least 0",
    ],
    ["a negative step", () => cosine(1, { steps: 5 })(-1), RangeError, "cosine: step is -1"],
    ["no steps", () => cosine(1, { steps: 0 }), RangeError, "cosine: steps is 0", "at least 1"],
    [
      "a warmup of everything",
      () => oneCycle(1, { steps: 5, warmup: 1 }),
      RangeError,
      "oneCycle: warmup is 1",
    ],
    [
      "PyTorch's name",
      () => stepDecay(1, { every: 1, gamma: 0.1 } as never),
      TypeError,
      'stepDecay: unknown option "gamma"; expected every, factor',
    ],
    [
      "a schedule that begins with no rate",
      () => linearWarmup(() => Number.NaN, { steps: 2 }),
      RangeError,
      "linearWarmup: what the schedule returned for step 0 is NaN",
    ],
    [
      "a schedule that gives no rate later",
      () => linearWarmup((step) => 1 - step, { steps: 2 })(4),
      RangeError,
      "linearWarmup: what the schedule returned for step 2 is -1",
    ],
    [
      "a schedule that gives no rate in a sequence",
      () => sequence(constant(1), 3, () => Number.NaN)(5),
      RangeError,
      "sequence: what the schedule returned for step 2 is NaN",
    ],
  ];
  test.each(failures)("%s", (_title, call, kind, ...parts) => {
    expectError(call, kind, ...parts);
  });
});
