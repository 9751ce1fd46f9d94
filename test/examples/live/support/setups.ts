import fc from "fast-check";
import { CHOICES } from "../../../../examples/live/choices.js";
import { LIMITS, type Range } from "../../../../examples/live/limits.js";
import type { DataSetup, Setup } from "../../../../examples/live/setup.js";

const number = ([min, max]: Range) => fc.double({ min, max, noNaN: true });
const integer = ([min, max]: Range) => fc.integer({ min, max });
const record = <T>(fields: { [Name in keyof T]: fc.Arbitrary<T[Name]> }) =>
  fc.record(fields, { noNullPrototype: true });
const oneOf = <T>(names: readonly T[]) => fc.constantFrom(...names);

const data: fc.Arbitrary<DataSetup> = record({
  kind: oneOf(CHOICES.kind),
  classes: integer(LIMITS.classes),
  pointsPerClass: integer(LIMITS.pointsPerClass),
  noise: number(LIMITS.noise),
  testShare: number(LIMITS.testShare),
  own: fc.array(record({ x: number(LIMITS.coordinate), y: number(LIMITS.coordinate), label: fc.nat(7) }), {
    maxLength: 20,
  }),
}).map((setup) => {
  const classes = ["moons", "circles", "xor"].includes(setup.kind) ? 2 : setup.classes;
  return { ...setup, classes, own: setup.own.map((point) => ({ ...point, label: point.label % classes })) };
});

/** Every setup within the limits. */
export const anySetup: fc.Arbitrary<Setup> = record({
  seed: integer(LIMITS.seed),
  skipped: integer(LIMITS.skipped),
  data,
  model: record({
    hidden: fc.array(integer(LIMITS.units), { maxLength: LIMITS.layers[1] }),
    activation: oneOf(CHOICES.activation),
    weights: oneOf(CHOICES.weights),
    deviation: number(LIMITS.deviation),
    normalization: oneOf(CHOICES.normalization),
    dropout: number(LIMITS.dropout),
  }),
  training: record({
    optimizer: oneOf(CHOICES.optimizer),
    learningRate: number(LIMITS.learningRate),
    schedule: oneOf(CHOICES.schedule),
    scheduleSteps: integer(LIMITS.scheduleSteps),
    batchSize: integer(LIMITS.batchSize),
    l1: number(LIMITS.l1),
    l2: number(LIMITS.l2),
  }),
});

/** Small setups that train without overflow, with each choice now and then. */
export const trainableSetup: fc.Arbitrary<Setup> = record({
  setup: anySetup,
  pointsPerClass: fc.integer({ min: 4, max: 12 }),
  own: fc.array(record({ x: number([-2, 2]), y: number([-2, 2]), label: fc.nat(1) }), {
    minLength: 4,
    maxLength: 12,
  }),
  hidden: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
  share: oneOf([0, 0.3]),
  small: number([0, 1]),
  dropout: oneOf([0, 0.25]),
  batchSize: oneOf([0, 4, 5]),
  strengths: oneOf([
    [0, 0],
    [0.01, 0],
    [0, 0.02],
    [0.01, 0.02],
  ] as const),
  scheduleSteps: fc.integer({ min: 1, max: 20 }),
}).map(
  ({ setup, pointsPerClass, own, hidden, share, small, dropout, batchSize, strengths, scheduleSteps }) => ({
    ...setup,
    skipped: setup.skipped % 10,
    data: { ...setup.data, pointsPerClass, noise: small, testShare: share, own },
    model: { ...setup.model, hidden, deviation: small, dropout },
    training: {
      ...setup.training,
      learningRate: small / 10,
      scheduleSteps,
      batchSize,
      l1: strengths[0],
      l2: strengths[1],
    },
  }),
);
