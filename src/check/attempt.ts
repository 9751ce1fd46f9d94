import { type Matrix, RandomState } from "../index.js";
import { type Found, firstDifference, foundMisfit, placeOfDifference } from "./compare.js";
import { type Draw, type Numbers, remembering, type Size } from "./draw.js";
import { sameFact } from "./fact.js";
import { Misfit } from "./misfit.js";
import type { Observed, Trial } from "./observe.js";

/** What came of an input. */
export interface Attempt {
  readonly size: Size;
  readonly numbers: Numbers;
  readonly like: Observed;
  readonly mine: Observed;
  /** The first difference, if there is any. */
  readonly found: Found | undefined;
}

/** Runs both on an input and compares them. */
export function attempt(trial: Trial, size: Size, source: Draw, tolerance: number): Attempt {
  const { draw, numbers } = remembering(source);
  const like = trial.like(size, draw);
  const mine = trial.mine(size, draw);
  const tried = { size, numbers, like, mine };
  if (!like.misfit) {
    const atKink = () => isKink(trial, tried);
    return { ...tried, found: firstDifference(like.facts, mine, numbers, tolerance, atKink) };
  }
  const { actual } = like.misfit;
  const message = `it takes what ${trial.name()} refuses; expected an error such as ${actual}`;
  const missing = new Misfit("missing-error", "it", "no error", actual, message);
  return { ...tried, found: mine.misfit ? undefined : foundMisfit(missing, mine.inputs) };
}

/** How far numbers move to find out whether derivatives jump there. */
const STEP = 1e-7;
/** A jump is more than this share of the largest derivative. */
const JUMP = 1e-3;
/** No seed that other numbers are likely to come from. */
const SEED = 1_414_213_562;

/** Whether derivatives jump near an input, as ReLU's do at 0: any value between is right there. */
function isKink(trial: Trial, { size, numbers, like }: Omit<Attempt, "found">): boolean {
  const random = new RandomState(SEED);
  const slopes = like.facts.filter(({ of }) => of !== undefined);
  const moved: Draw = (name) => {
    const at = numbers[name] as Matrix;
    const isVariable = slopes.some(({ of }) => of === name);
    return isVariable ? at.add(random.uniform(-STEP, STEP, at.rows, at.cols)) : at;
  };
  // If several derivatives jump, one move may happen to change nothing.
  return [1, 2, 3, 4].some(() => {
    const near = trial.like(size, remembering(moved).draw).facts;
    return slopes.some((slope) => {
      const other = sameFact(near, slope);
      return !other || placeOfDifference(other.value, slope.value, JUMP, 0) !== undefined;
    });
  });
}
