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
import { expect, test } from "vitest";
import { distance } from "../support/distance.js";
import { golden } from "../support/golden.js";

/** The schedules that test/golden/schedules.py made with PyTorch, by its names for them. */
const schedules: Record<string, () => Schedule> = {
  "stepDecay(0.5, { every: 7 })": () => stepDecay(0.5, { every: 7 }),
  "stepDecay(0.5, { every: 10, factor: 0.3 })": () => stepDecay(0.5, { every: 10, factor: 0.3 }),
  "exponentialDecay(0.5, { factor: 0.9 })": () => exponentialDecay(0.5, { factor: 0.9 }),
  "exponentialDecay(1e-6, { factor: 1.2 })": () => exponentialDecay(1e-6, { factor: 1.2 }),
  "cosine(0.5, { steps: 20 })": () => cosine(0.5, { steps: 20 }),
  "cosine(0.5, { steps: 33, minimum: 0.01 })": () => cosine(0.5, { steps: 33, minimum: 0.01 }),
  "linearWarmup(0.3, { steps: 5 })": () => linearWarmup(0.3, { steps: 5 }),
  "linearWarmup(0.3, { steps: 12, from: 0.003 })": () => linearWarmup(0.3, { steps: 12, from: 0.003 }),
  "oneCycle(0.5, { steps: 40 })": () => oneCycle(0.5, { steps: 40 }),
  "oneCycle(0.5, { steps: 7, warmup: 0.5 })": () => oneCycle(0.5, { steps: 7, warmup: 0.5 }),
  "oneCycle(0.5, { steps: 9, warmup: 0 })": () => oneCycle(0.5, { steps: 9, warmup: 0 }),
  "oneCycle(0.5, { steps: 30, warmup: 0.1, from: 0.125, minimum: 0.00125 })": () =>
    oneCycle(0.5, {
      steps: 30,
      warmup: 0.1,
      from: 0.125,
      minimum: 0.00125,
    }),
  "linearWarmup(cosine(0.4, { steps: 20 }), { steps: 6, from: 0.1 })": () =>
    linearWarmup(cosine(0.4, { steps: 20 }), {
      steps: 6,
      from: 0.1,
    }),
  "sequence(exponentialDecay(0.4, { factor: 0.9 }), 8, sequence(stepDecay(0.4, { every: 3 }), 9, constant(0.4)))":
    () =>
      sequence(
        exponentialDecay(0.4, { factor: 0.9 }),
        8,
        sequence(stepDecay(0.4, { every: 3 }), 9, constant(0.4)),
      ),
};

const cases = golden<{ schedule: string; rates: number[] }>("schedules");

test("each schedule is compared", () => {
  expect(Object.keys(schedules)).toEqual(cases.map(({ schedule }) => schedule));
});

test.each(cases)("$schedule gives PyTorch's learning rates", ({ schedule, rates }) => {
  const ours = rates.map((_, step) => step).map((schedules[schedule] as () => Schedule)());
  expect(distance(ours, rates)).toBeLessThan(1e-12);
});
