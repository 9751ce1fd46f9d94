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

test.each<[string, () => Schedule, number, number]>([
  ["cosine", () => cosine(0.5, { steps: 20, minimum: 0.1 }), 20, 0.1],
  ["oneCycle", () => oneCycle(0.5, { steps: 20, minimum: 0.1 }), 19, 0.1],
  ["linearWarmup", () => linearWarmup(0.9, { steps: 20 }), 20, 0.9],
])("%s stays at its last rate", (_, make, end, last) => {
  const schedule = make();
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

describe("messages name the function and what is wrong", () => {
  test.each<[message: string, call: () => unknown]>([
    ["cosine: rate is -1", () => cosine(-1, { steps: 5 })],
    ["cosine: minimum is -1", () => cosine(1, { steps: 5, minimum: -1 })],
    ["exponentialDecay: rate is -1", () => exponentialDecay(-1, { factor: 0.5 })],
    ["exponentialDecay: every is 0", () => exponentialDecay(1, { factor: 0.5, every: 0 })],
    ["exponentialDecay: step is -1", () => exponentialDecay(1, { factor: 0.5 })(-1)],
    ["linearWarmup: rate is -1", () => linearWarmup(-1, { steps: 5 })],
    ["linearWarmup: steps is 0", () => linearWarmup(1, { steps: 0 })],
    ["linearWarmup: from is -1", () => linearWarmup(1, { steps: 5, from: -1 })],
    ["linearWarmup: step is -1", () => linearWarmup(1, { steps: 5 })(-1)],
    ["oneCycle: rate is -1", () => oneCycle(-1, { steps: 5 })],
    ["oneCycle: steps is 0", () => oneCycle(1, { steps: 0 })],
    ["oneCycle: from is -1", () => oneCycle(1, { steps: 5, from: -1 })],
    ["oneCycle: minimum is -1", () => oneCycle(1, { steps: 5, minimum: -1 })],
    ["oneCycle: step is -1", () => oneCycle(1, { steps: 5 })(-1)],
    ["sequence: steps is -1", () => sequence(constant(1), -1, constant(1))],
    ["sequence: step is -1", () => sequence(constant(1), 3, constant(1))(-1)],
    ["sequence: what the schedule returned for step 2 is -1", () => sequence(() => -1, 3, constant(1))(2)],
    ["stepDecay: rate is -1", () => stepDecay(-1, { every: 5 })],
    ["stepDecay: every is 0", () => stepDecay(1, { every: 0 })],
    ["stepDecay: factor is 0", () => stepDecay(1, { every: 5, factor: 0 })],
    ["stepDecay: step is -1", () => stepDecay(1, { every: 5 })(-1)],
  ])("%s", (message, call) => {
    expectError(call, RangeError, message);
  });

  test.each<[message: string, call: (wrong: never) => unknown]>([
    ["cosine: options is 5; expected a plain object with steps", (wrong) => cosine(1, wrong)],
    ["exponentialDecay: options is 5; expected a plain object", (wrong) => exponentialDecay(1, wrong)],
    ["linearWarmup: options is 5; expected a plain object", (wrong) => linearWarmup(1, wrong)],
    ["oneCycle: options is 5; expected a plain object with steps", (wrong) => oneCycle(1, wrong)],
    ["sequence: first is 5; expected a schedule", (wrong) => sequence(wrong, 3, constant(1))],
    ["sequence: next is 5; expected a schedule", (wrong) => sequence(constant(1), 3, wrong)],
  ])("%s", (message, call) => {
    expectError(() => call(5 as never), TypeError, message);
  });

  test("a text is no rate to warm up to", () => {
    const message = 'linearWarmup: rate is "0.1"; expected a number or a schedule';
    expectError(() => linearWarmup("0.1" as never, { steps: 5 }), TypeError, message);
  });
});
