import { checkList } from "../errors/list.js";
import { checkFinite, checkPositive } from "../errors/number.js";
import { isPlain } from "../errors/options.js";
import { isList } from "../errors/typed-array.js";
import { wrongType } from "../errors/wrong.js";

/** The loss at an iteration. */
export interface LossAt {
  /** Counted from 0. */
  readonly iteration: number;
  /** Its value. */
  readonly loss: number;
}

/** The losses of a training: those of iterations 0, 1, 2 and so on, or each with its iteration. */
export type LossHistory = readonly number[] | Float64Array | Float32Array | readonly LossAt[];

/** Throws unless all losses are above 0, as a logarithmic axis needs. */
export function checkAboveZero(operation: string, curves: readonly Curve[]): void {
  for (const { name, points } of curves) {
    const of = name === "" ? "" : ` of ${JSON.stringify(name)}`;
    for (const { iteration, loss } of points) {
      checkPositive(`${operation}: on a log scale, the loss${of} at iteration ${iteration}`, loss);
    }
  }
}

/** The points of a curve. */
export interface Curve {
  /** Empty if there is only one curve. */
  readonly name: string;
  readonly points: readonly LossAt[];
}

/**
 * A history as one curve without a name, or a record of histories as named curves. Throws if a number is
 * missing or not finite.
 */
export function curvesOf(operation: string, history: unknown): Curve[] {
  if (isList(history)) return [{ name: "", points: pointsOf(`${operation}: history`, history) }];
  // The keys of other objects, such as a Promise or a Map, say nothing.
  if (!isPlain(history)) {
    const expected = "an array of losses, or an object with an array for each curve";
    wrongType(`${operation}: history`, history, expected);
  }
  return Object.entries(history).map(([name, losses]) => {
    const place = `${operation}: history[${JSON.stringify(name)}]`;
    return { name, points: pointsOf(place, losses) };
  });
}

function pointsOf(place: string, history: unknown): LossAt[] {
  checkList(place, history, "an array of losses");
  const points = Array.from(history, (entry, i) => pointOf(`${place}[${i}]`, entry, i));
  points.forEach(({ iteration }, i) => {
    const before = points[i - 1]?.iteration ?? Number.NEGATIVE_INFINITY;
    if (iteration > before) return;
    throw new RangeError(
      `${place}[${i}].iteration is ${iteration}; expected a number above ${before}, the one before`,
    );
  });
  return points;
}

function pointOf(place: string, entry: unknown, index: number): LossAt {
  if (typeof entry !== "object" || entry === null) {
    checkFinite(place, entry);
    return { iteration: index, loss: entry };
  }
  const { iteration, loss } = entry as Partial<LossAt>;
  checkFinite(`${place}.iteration`, iteration);
  checkFinite(`${place}.loss`, loss);
  return { iteration, loss };
}
