import { CHOICES } from "../choices.js";
import { isWithin, LIMITS, type Range } from "../limits.js";
import type { DataSetup, ModelSetup, Setup, TrainingSetup } from "../setup.js";
import type { Words } from "../words/en.js";
import { formatNumber, numberFrom } from "./numbers.js";
import { formatPoints, pointsFrom } from "./points.js";

/** A setup without its groups. */
export type Flat = Pick<Setup, "seed" | "skipped"> & DataSetup & ModelSetup & TrainingSetup;

/** How a value of a setup stands in a link. */
export interface Field<T> {
  /** The name in the link. */
  readonly key: string;
  readonly format: (value: T) => string;
  /** The value; undefined unless the text is one within the limits. */
  readonly parse: (text: string) => T | undefined;
  /** What a text should be, for messages. */
  readonly expected: (words: Words["link"]) => string;
}

/** All values, in the order in which a link has them. */
export const FIELDS: { readonly [Name in keyof Flat]: Field<Flat[Name]> } = {
  seed: integer("seed", LIMITS.seed),
  skipped: integer("skip", LIMITS.skipped),
  kind: choice("data", CHOICES.kind),
  classes: integer("classes", LIMITS.classes),
  pointsPerClass: integer("points", LIMITS.pointsPerClass),
  noise: number("noise", LIMITS.noise),
  testShare: number("test", LIMITS.testShare),
  own: {
    key: "own",
    format: formatPoints,
    parse: pointsFrom,
    expected: (words) =>
      words.points(LIMITS.ownPoints[1], "0:0.1,0.2,0.3,0.4_1:0.5,0.6", ...LIMITS.coordinate),
  },
  hidden: {
    key: "hidden",
    format: (hidden) => hidden.map(formatNumber).join(","),
    parse: hiddenFrom,
    expected: (words) => words.layers(LIMITS.layers[1], "100,50", ...LIMITS.units),
  },
  activation: choice("activation", CHOICES.activation),
  weights: choice("weights", CHOICES.weights),
  deviation: number("deviation", LIMITS.deviation),
  normalization: choice("normalization", CHOICES.normalization),
  dropout: number("dropout", LIMITS.dropout),
  optimizer: choice("optimizer", CHOICES.optimizer),
  learningRate: number("rate", LIMITS.learningRate),
  schedule: choice("schedule", CHOICES.schedule),
  scheduleSteps: integer("steps", LIMITS.scheduleSteps),
  batchSize: integer("batch", LIMITS.batchSize),
  l1: number("l1", LIMITS.l1),
  l2: number("l2", LIMITS.l2),
};

function number(key: string, range: Range): Field<number> {
  const parse = (text: string) => {
    const value = numberFrom(text);
    return value !== undefined && isWithin(value, range) ? value : undefined;
  };
  return { key, format: formatNumber, parse, expected: (words) => words.number(...range) };
}

function integer(key: string, range: Range): Field<number> {
  const { format, parse } = number(key, range);
  return {
    key,
    format,
    parse: (text) => {
      const value = parse(text);
      return Number.isInteger(value) ? value : undefined;
    },
    expected: (words) => words.integer(...range),
  };
}

function choice<T extends string>(key: string, names: readonly T[]): Field<T> {
  return {
    key,
    format: (name) => name,
    parse: (text) => names.find((name) => name === text),
    expected: (words) => words.choice(names.join(", ")),
  };
}

function hiddenFrom(text: string): number[] | undefined {
  if (text === "") return [];
  const units = text.split(",").map(numberFrom);
  const isRight = units.every((each) => Number.isInteger(each) && isWithin(each as number, LIMITS.units));
  return isRight && isWithin(units.length, LIMITS.layers) ? (units as number[]) : undefined;
}
