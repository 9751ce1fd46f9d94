import type { Matrix } from "../index.js";
import type { CheckDifference } from "./check-report.js";
import { type Found, shapeOf } from "./compare.js";
import type { DifferenceKind } from "./difference-kind.js";
import type { Fact, Failure } from "./fact.js";

/** What is wrong with a fact, in words; `like` is what the library calls its part. */
const PROBLEMS: Partial<Record<DifferenceKind, (name: string, like: string) => string>> = {
  draws: (name, like) => `${name} is not what ${like} takes`,
  "argument-written": (name) => `${name} is written to`,
  "parameter-changed": (name) => `a pass changes ${name}`,
  overwritten: (name) => `the next call overwrites ${name}`,
  reused: (name) => `two uses in one model disturb each other: ${name} is wrong`,
};

/** What to do about it, where a sentence can say so. */
const CURES: Partial<Record<DifferenceKind, string>> = {
  "argument-written": " as before; make a new matrix instead",
  "parameter-changed": " as before; only an optimizer changes parameters",
  overwritten: " as returned; make a new matrix in each call",
  reused: "; keep what a pass needs in constants of that pass, and add to gradients",
};

/** A difference in words and numbers. */
export function describe({ like, mine, index, failure }: Found, model: string): CheckDifference {
  if (failure) return describeFailure(failure);
  const [expected, actual] = [like as Fact, mine as Fact];
  const { what, name } = expected;
  const problem = PROBLEMS[what]?.(name, model) ?? `${name} is not like that of ${model}`;
  const matrices = { actualMatrix: matrixOf(actual), expectedMatrix: matrixOf(expected) };
  if (index === -1) {
    const [is, should] = [actual, expected].map(({ value }) => shapeOf(value).join(" x "));
    const message = `${name} is ${is}; expected ${should}`;
    return { what: "shape", place: name, actual: `${is}`, expected: `${should}`, message, ...matrices };
  }
  const [is, should] = [elementOf(actual, index), elementOf(expected, index)];
  const place = matrices.expectedMatrix ? placeOf(name, matrices.expectedMatrix, index as number) : name;
  const message = `${problem}: ${place} is ${is}; expected ${should}${CURES[what] ?? ""}`;
  return { what, place, actual: is, expected: should, message, ...matrices };
}

function describeFailure({ what, place, actual, expected }: Failure): CheckDifference {
  return { what, place, actual, expected, message: `${place} is ${actual}; expected ${expected}` };
}

function matrixOf({ value }: Fact): Matrix | undefined {
  return typeof value === "number" ? undefined : value;
}

function elementOf({ value }: Fact, index = 0): number {
  return typeof value === "number" ? value : (value.data[index] as number);
}

function placeOf(name: string, { cols }: Matrix, index: number): string {
  return `${name}[${Math.floor(index / cols)}, ${index % cols}]`;
}
