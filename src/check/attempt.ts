import { type Matrix, RandomState } from "../index.js";
import { type Found, firstDifference, type Pair, placeOfDifference } from "./compare.js";
import { type Draw, type Numbers, remembering, type Size } from "./draw.js";
import type { Fact } from "./fact.js";
import type { Shown } from "./shrink.js";
import { Refused, type Trial } from "./trial.js";

/** What came of an input. */
export interface Attempt extends Shown {
  readonly pair: Pair;
  /** The first difference, if there is any. */
  readonly found: Found | undefined;
}

/** Runs both on an input and compares them. Throws {@link Refused} if the library does not take it. */
export function attempt(trial: Trial, size: Size, source: Draw, tolerance: number): Attempt {
  const { draw, numbers } = remembering(source);
  const pair = trial.run(size, draw);
  const atKink = () => isKink(trial, size, numbers, pair);
  return { size, numbers, pair, found: firstDifference(pair, numbers, tolerance, atKink) };
}

/** How far numbers move to find out whether derivatives jump there. */
const STEP = 1e-7;
/** A jump is more than this share of the largest derivative. */
const JUMP = 1e-3;

/** Whether derivatives jump near an input, as ReLU's do at 0: any value between is right there. */
function isKink(trial: Trial, size: Size, numbers: Numbers, { like }: Pair): boolean {
  const random = new RandomState(1);
  const moved = (name: string): Matrix => {
    const at = numbers[name] as Matrix;
    return trial.movable(name) ? at.add(random.uniform(-STEP, STEP, at.rows, at.cols)) : at.copy();
  };
  // Where several derivatives jump, one move may happen to change nothing.
  return [1, 2, 3, 4].some(() => {
    const near = factsAt(trial, size, moved);
    return like.some(({ of, what, name, value }) => {
      const other = near.find((fact) => fact.what === what && fact.name === name);
      return of !== undefined && (!other || placeOfDifference(other.value, value, JUMP, 0) !== undefined);
    });
  });
}

/** What the library makes of an input; nothing if it does not take it. */
export function factsAt(trial: Trial, size: Size, source: Draw): readonly Fact[] {
  try {
    return trial.run(size, remembering(source).draw).like;
  } catch (refused) {
    if (refused instanceof Refused) return [];
    throw refused;
  }
}
