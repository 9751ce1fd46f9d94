import type { Matrix } from "../index.js";
import type { Attempt } from "./attempt.js";
import type { CheckDifference } from "./check-report.js";
import type { Found } from "./compare.js";
import type { DifferenceKind } from "./difference-kind.js";
import type { Fact } from "./fact.js";
import { showNumber } from "./show-matrix.js";

type Problem = readonly [problem: string, cure: string];

const WRITTEN: Problem = ["is written to", " as before. Make a new matrix instead"];

/** What is wrong with a fact, and what to do about it, if it is not just another number. */
const PROBLEMS: Partial<Record<DifferenceKind, Problem>> = {
  "passes-differ": [
    "changes if the same input goes in again",
    ". Keep what passes change in `state`, or pass a function that makes the layer anew",
  ],
  "argument-written": WRITTEN,
  "parameter-changed": WRITTEN,
  overwritten: ["is overwritten by a later call", " as before. Make a new one in each call"],
  reused: [
    "is wrong if a model runs it twice",
    ". Keep what backward needs in constants, and add to gradients",
  ],
};

/** A difference in words and numbers. */
export function describe(found: Found, { like: { facts } }: Attempt, model: string): CheckDifference {
  const { what, name, misfit } = found;
  if (misfit) {
    const { actual, expected, message } = misfit;
    return { what, place: name, actual, expected, message };
  }
  const { like, mine, index } = found as Required<Found>;
  const [actual, expected] = [mine, like].map(({ value }) => value.data[index]) as [number, number];
  const short = [actual, expected].map(showNumber);
  const [is, should] = short[0] === short[1] ? [actual, expected] : short;
  const at = placeOf(like.value, index);
  const [problem, cure] = PROBLEMS[what] ?? [
    `differs from that of ${model}`,
    hint(found as Required<Found>, facts),
  ];
  const message = `${name} ${problem}: ${at && `at ${at} `}it is ${is}; expected ${should}${cure}`;
  return {
    what,
    place: name + at,
    actual,
    expected,
    message,
    actualMatrix: mine.value,
    expectedMatrix: like.value,
  };
}

/** Where a wrong number may come from. */
function hint({ what, mine, index }: Required<Found>, facts: readonly Fact[]): string {
  if (!Number.isFinite(mine.value.data[index])) {
    return ". An exponential of a large number, a division by 0 or a logarithm of 0 does that";
  }
  if (what !== "result" || !facts.some((fact) => fact.what === "draws")) return "";
  return ". Draw as many random numbers in the same order, from a generator in `state` or one of the same seed";
}

/** The row and the column of an element, unless it is the only one. */
function placeOf({ rows, cols }: Matrix, index: number): string {
  return rows * cols > 1 ? `[${Math.floor(index / cols)}, ${index % cols}]` : "";
}
