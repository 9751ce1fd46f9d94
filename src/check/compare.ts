import type { Matrix } from "../index.js";
import type { Numbers } from "./draw.js";
import type { Fact, Failure, Observed } from "./fact.js";

/** What the library made of an input, and what homework made of it. */
export interface Pair {
  readonly like: readonly Fact[];
  readonly mine: Observed;
}

/** A fact on which the two disagree, or why there is none. */
export interface Found {
  readonly like?: Fact | undefined;
  readonly mine?: Fact | undefined;
  /** The index of the element that differs most. */
  readonly index?: number | undefined;
  readonly failure?: Failure | undefined;
}

/** Below this share of the tolerance, relative to the largest number of a run, all is rounding. */
const FLOOR = 1e-3;

/**
 * The first fact on which the two disagree.
 *
 * @param atKink - whether derivatives at this input mean nothing; asked only if they differ
 */
export function firstDifference(
  { like, mine }: Pair,
  numbers: Numbers,
  tolerance: number,
  atKink: () => boolean,
): Found | undefined {
  const largest = Math.max(...Object.values(numbers).map(sizeOf), ...like.map(({ value }) => sizeOf(value)));
  for (const fact of like) {
    const other = mine.facts.find(({ what, name }) => what === fact.what && name === fact.name);
    if (other === undefined) {
      if (mine.failure) return { failure: mine.failure };
      continue; // The function form has no state, and need not have predict.
    }
    const index = placeOfDifference(other.value, fact.value, tolerance, FLOOR * tolerance * largest);
    if (index === undefined) continue;
    // At a kink any slope is right, but NaN is none.
    const isSlope =
      fact.of !== undefined && index >= 0 && Array.from(elementsOf(other.value)).every(Number.isFinite);
    if (isSlope && atKink()) continue;
    return { like: fact, mine: other, index };
  }
  return mine.failure && { failure: mine.failure };
}

/** The largest finite size of an element. */
function sizeOf(value: Matrix | number): number {
  const sizes = Array.from(elementsOf(value), Math.abs).filter(Number.isFinite);
  return sizes.reduce((largest, each) => Math.max(largest, each), 0);
}

/** Where the two differ most: an index, or -1 if their shapes differ; undefined if they agree. */
export function placeOfDifference(
  actual: Matrix | number,
  expected: Matrix | number,
  tolerance: number,
  floor: number,
): number | undefined {
  const [a, e] = [elementsOf(actual), elementsOf(expected)];
  if (String(shapeOf(actual)) !== String(shapeOf(expected))) return -1;
  const allowed = Math.max(tolerance * sizeOf(expected), floor);
  let worst: number | undefined;
  let most = allowed;
  for (let i = 0; i < e.length; i++) {
    const [left, right] = [a[i] as number, e[i] as number];
    if (Object.is(left, right)) continue;
    const distance = Math.abs(left - right);
    if (Number.isNaN(distance)) return i;
    if (distance > most) [worst, most] = [i, distance];
  }
  return worst;
}

function elementsOf(value: Matrix | number): ArrayLike<number> {
  return typeof value === "number" ? [value] : value.data;
}

/** Rows and columns; none for a number. */
export function shapeOf(value: Matrix | number): readonly number[] {
  return typeof value === "number" ? [] : value.shape;
}
