import type { Matrix } from "../index.js";
import type { DifferenceKind } from "./difference-kind.js";
import type { Numbers } from "./draw.js";
import { type Fact, sameFact } from "./fact.js";
import { Misfit } from "./misfit.js";
import type { Observed } from "./observe.js";

/** A fact on which the two disagree, or why there is none. */
export interface Found {
  readonly what: DifferenceKind;
  /** What differs. */
  readonly name: string;
  /** The names of the inputs on which it may depend. */
  readonly inputs: readonly string[];
  readonly like?: Fact;
  readonly mine?: Fact;
  /** The index of the element that differs most. */
  readonly index?: number;
  readonly misfit?: Misfit;
}

/** Below this share of the tolerance, relative to the largest number of a run, all is rounding. */
const FLOOR = 1e-3;

/**
 * The first fact on which the two disagree.
 *
 * @param atKink - whether derivatives at this input mean nothing; asked only if they differ
 */
export function firstDifference(
  like: readonly Fact[],
  { facts, inputs, misfit }: Observed,
  numbers: Numbers,
  tolerance: number,
  atKink: () => boolean,
): Found | undefined {
  const largest = Math.max(...[...Object.values(numbers), ...like.map(({ value }) => value)].map(sizeOf));
  for (const fact of like) {
    const mine = sameFact(facts, fact);
    if (!mine && misfit) break;
    if (!mine) continue; // The function form has no state, and need not have predict.
    const index = placeOfDifference(mine.value, fact.value, tolerance, FLOOR * tolerance * largest);
    if (index === undefined) continue;
    const { what, name, of } = fact;
    if (index < 0) {
      const [is, should] = [mine, fact].map(({ value }) => value.shape.join(" x ")) as [string, string];
      return foundMisfit(new Misfit("shape", name, is, should), mine.inputs);
    }
    // At a kink any slope is right, but NaN is none.
    if (of !== undefined && mine.value.data.every(Number.isFinite) && atKink()) continue;
    return { what, name, inputs: mine.inputs, like: fact, mine, index };
  }
  return misfit && foundMisfit(misfit, inputs);
}

/** What failed, as what was found. */
export function foundMisfit(misfit: Misfit, inputs: readonly string[]): Found {
  return { what: misfit.what, name: misfit.place, inputs, misfit };
}

/** The largest finite size of an element. */
function sizeOf({ data }: Matrix): number {
  const sizes = Array.from(data, Math.abs).filter(Number.isFinite);
  return sizes.reduce((largest, each) => Math.max(largest, each), 0);
}

/** Where the two differ most: an index, or -1 if their shapes differ; undefined if they agree. */
export function placeOfDifference(
  { data, shape }: Matrix,
  expected: Matrix,
  tolerance: number,
  floor: number,
): number | undefined {
  if (String(shape) !== String(expected.shape)) return -1;
  let worst: number | undefined;
  let most = Math.max(tolerance * sizeOf(expected), floor);
  for (const [i, right] of expected.data.entries()) {
    const left = data[i] as number;
    if (Object.is(left, right)) continue;
    const distance = Math.abs(left - right);
    if (Number.isNaN(distance)) return i;
    if (distance > most) [worst, most] = [i, distance];
  }
  return worst;
}
