import { type Diagnosis, diagnose, type Matrix, RandomState } from "../index.js";
import { type CheckDifference, CheckReport } from "./check-report.js";
import { type Found, firstDifference, type Pair, placeOfDifference } from "./compare.js";
import { describe } from "./describe.js";
import { type Draw, type Numbers, remembering, type Size } from "./draw.js";
import { type Shown, shrink } from "./shrink.js";
import type { Fact } from "./fact.js";
import { Refused, type Trial } from "./trial.js";

/** An input to begin with. */
export interface Case {
  readonly size: Size;
  readonly draw: Draw;
}

/** What came of an input. */
interface Attempt extends Shown {
  readonly pair: Pair;
  readonly found: Found | undefined;
}

/** Runs both on each input until they differ, and then looks for the smallest input that shows it. */
export function judge(name: string, trial: Trial, cases: readonly Case[], tolerance: number): CheckReport {
  let runs = 0;
  let refusal: string | undefined;
  for (const { size, draw } of cases) {
    const { attempt, refused } = attemptAt(trial, size, draw, tolerance);
    refusal ??= refused;
    if (attempt === undefined) continue;
    runs++;
    if (attempt.found === undefined) continue;
    const kind = kindOf(attempt.found);
    const shown = shrink(attempt, (size, draw) => {
      const { attempt: next } = attemptAt(trial, size, draw, tolerance);
      return next?.found && kindOf(next.found) === kind ? next : undefined;
    });
    const difference = describe(shown.found as Found, trial.like());
    // A larger input tells usual mistakes apart: of one row, a mean is a sum.
    const diagnoses = diagnosesOf(attempt, tolerance);
    const input = inputOf(trial, difference, shown.numbers);
    return new CheckReport({ name, like: trial.like(), runs, difference, input, diagnoses });
  }
  if (runs === 0) {
    throw new TypeError(
      `${name}: like refuses all inputs: ${refusal}; expected a part that takes some of them`,
    );
  }
  return new CheckReport({ name, like: trial.like(), runs });
}

/** The numbers on which a difference depends. */
function inputOf({ shows }: Trial, { what }: CheckDifference, numbers: Numbers): Numbers {
  return Object.fromEntries(Object.entries(numbers).filter(([name]) => shows(what, name)));
}

function attemptAt(
  trial: Trial,
  size: Size,
  source: Draw,
  tolerance: number,
): { attempt?: Attempt; refused?: string } {
  const { draw, numbers } = remembering(source);
  let pair: Pair;
  try {
    pair = trial.run(size, draw);
  } catch (refused) {
    if (refused instanceof Refused) return { refused: refused.message };
    throw refused;
  }
  const atKink = () => isKink(trial, size, numbers, pair);
  return { attempt: { size, numbers, pair, found: firstDifference(pair, numbers, tolerance, atKink) } };
}

/** What must stay the same while an input shrinks. */
function kindOf({ like, index, failure }: Found): string {
  return failure ? `${failure.what} ${failure.place}` : `${like?.what} ${like?.name} ${index === -1}`;
}

/** How far numbers move to find out whether derivatives jump there. */
const STEP = 1e-7;
/** A jump is more than this share of the largest derivative. */
const JUMP = 1e-3;

/** Whether derivatives jump near an input, as ReLU's do at 0: any value between is right there. */
function isKink(trial: Trial, size: Size, numbers: Numbers, { like }: Pair): boolean {
  const random = new RandomState(1);
  return [1, 2, 3, 4].some(() => {
    const moved = (name: string): Matrix => {
      const at = numbers[name] as Matrix;
      return trial.movable(name) ? at.add(random.uniform(-STEP, STEP, at.rows, at.cols)) : at.copy();
    };
    let near: readonly Fact[] = [];
    try {
      near = trial.run(size, remembering(moved).draw).like;
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
    }
    return like.some(({ of, what, name, value }) => {
      const other = near.find((fact) => fact.what === what && fact.name === name);
      return of !== undefined && (!other || placeOfDifference(other.value, value, JUMP, 0) !== undefined);
    });
  });
}

/** The usual mistakes that explain a wrong gradient. */
function diagnosesOf({ pair, found, numbers }: Attempt, tolerance: number): Diagnosis[] {
  // A wrong loss has a wrong gradient, which says more.
  const fact = found?.like?.of === undefined ? pair.like.find(({ of }) => of !== undefined) : found.like;
  const mine = pair.mine.facts.find(({ what, name }) => what === fact?.what && name === fact.name);
  if (found?.failure || !fact?.of || !mine) return [];
  const { of, value: expected } = fact;
  const { value: actual } = mine;
  const value = numbers[of];
  if (typeof expected === "number" || typeof actual === "number" || !value) return [];
  if (String(actual.shape) !== String(expected.shape)) return [];
  const y = pair.like.find(({ name }) => name === "y")?.value as Matrix | undefined;
  const { x, "dL/dy": outputGradient } = numbers;
  return diagnose({ name: of, value, actual, expected, tolerance, x, y, outputGradient });
}
