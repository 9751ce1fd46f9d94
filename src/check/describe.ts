import type { Matrix } from "../index.js";
import type { CheckDifference } from "./check-report.js";
import { type Found, type Pair, shapeOf } from "./compare.js";
import type { DifferenceKind } from "./difference-kind.js";
import type { Fact, Failure } from "./fact.js";
import { showNumber } from "./show-matrix.js";

type InWords = (name: string, like: string) => string;

const WRONG: InWords = (name, like) => `${name} differs from that of ${like}`;

/** What is wrong, in words; `like` is what the library calls its part. */
const PROBLEMS: Partial<Record<DifferenceKind, InWords>> = {
  "passes-differ": (name) => `the same input again gives something else: ${name} changes`,
  "argument-written": (name) => `${name} is written to`,
  "parameter-changed": (name) => `a pass changes ${name}`,
  overwritten: (name) => `a later call overwrites ${name}`,
  reused: (name) => `two uses in one pass of a model disturb each other: ${name} differs`,
};

/** What to do about it, if a sentence can say so. */
const CURES: Partial<Record<DifferenceKind, string>> = {
  "passes-differ":
    " as the first time. Clear what a pass leaves behind; put random generators and running statistics into " +
    "`state`, or pass a function that makes the layer anew",
  "argument-written": " as before. Make a new matrix instead",
  "parameter-changed": " as before. Only an optimizer changes parameters",
  overwritten: " as it was returned. Make a new matrix in each call",
  reused:
    ". Keep what the way back needs in constants of the pass, and add to gradients instead of assigning",
};

/** A difference in words and numbers. `what` says what it is, if not what the fact says. */
export function describe(
  { like, mine, index, failure }: Found,
  pair: Pair,
  model: string,
  what = like?.what,
): CheckDifference {
  if (failure) return describeFailure(failure);
  const [expected, actual] = [like as Fact, mine as Fact];
  const { name } = expected;
  const kind = what as DifferenceKind;
  const matrices = { actualMatrix: matrixOf(actual), expectedMatrix: matrixOf(expected) };
  if (index === -1) {
    const [is, should] = [actual, expected].map(({ value }) => shapeOf(value).join(" x ")) as [
      string,
      string,
    ];
    const message = `${name} is ${is}; expected ${should}`;
    return { what: "shape", place: name, actual: is, expected: should, message, ...matrices };
  }
  const [is, should] = [elementOf(actual, index), elementOf(expected, index)];
  const short = [showNumber(is), showNumber(should)];
  const shown = short[0] === short[1] ? [is, should] : short;
  const at = matrices.expectedMatrix ? placeOf(matrices.expectedMatrix, index as number) : "";
  const problem = (PROBLEMS[kind] ?? WRONG)(name, model);
  const cure = CURES[kind] ?? (hintAt(is, should) || hintOnDraws(kind, pair, model));
  const message = `${problem}: ${at && `at ${at} `}it is ${shown[0]}; expected ${shown[1]}${cure}`;
  return { what: kind, place: `${name}${at}`, actual: is, expected: should, message, ...matrices };
}

function describeFailure({ what, place, actual, expected }: Failure): CheckDifference {
  const message =
    what === "error" ? `${place} throws ${actual}` : `${place} is ${actual}; expected ${expected}`;
  return { what, place, actual, expected, message };
}

/** Where numbers that are not finite come from. */
function hintAt(actual: number, expected: number): string {
  if (Number.isFinite(actual) || !Number.isFinite(expected)) return "";
  return ". An exponential of a large number, a division by 0 or the logarithm of 0 makes such a number";
}

/** What may be wrong with a result if the library draws random numbers for it. */
function hintOnDraws(kind: DifferenceKind, { like, mine }: Pair, model: string): string {
  const isDrawn = ({ what }: Fact) => what === "draws";
  if (kind !== "result" || !like.some(isDrawn)) return "";
  if (mine.facts.some(isDrawn)) return ". As many random numbers are drawn, but used in another way or order";
  return `. ${model} draws random numbers: keep your generator in \`state\`, or begin with the same seed`;
}

function matrixOf({ value }: Fact): Matrix | undefined {
  return typeof value === "number" ? undefined : value;
}

function elementOf({ value }: Fact, index = 0): number {
  return typeof value === "number" ? value : (value.data[index] as number);
}

function placeOf({ cols }: Matrix, index: number): string {
  return `[${Math.floor(index / cols)}, ${index % cols}]`;
}
