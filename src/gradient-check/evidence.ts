import type { Matrix } from "../matrix/matrix.js";
import type { Diagnosis } from "./diagnosis.js";
import type { WrongGradient } from "./wrong-gradient.js";

/** A mistake that explains the numbers. */
export type Fit = Omit<Diagnosis, "name">;

/** Whether one mistake explains a wrong gradient: the fit, or undefined if it does not. */
export type Mistake = (evidence: Evidence) => Fit | undefined;

/** Above this share of the largest element, noise could look like anything. */
const NOISIEST = 1e-3;

/** A wrong gradient beside the right one. Numbers are compared relative to the largest of both. */
export class Evidence {
  /** The places in `data` where both gradients are known. */
  readonly known: readonly number[];
  /** The largest absolute value of both gradients. */
  readonly largest: number;
  /** The largest distance that counts as equal, as a share of `largest`. */
  readonly tolerance: number;

  constructor(readonly wrong: WrongGradient) {
    const { actual, expected, indices, tolerance = 1e-6, noise = 0 } = wrong;
    this.known = indices ?? Array.from(actual.data.keys());
    const sizes = this.known.map((i) => Math.max(Math.abs(at(actual, i)), Math.abs(at(expected, i))));
    this.largest = sizes.reduce((a, b) => Math.max(a, b), 0);
    this.tolerance = Math.max(tolerance, noise / this.largest);
  }

  /** Whether the gradients differ at all, and by so much that a fit means something. */
  get tells(): boolean {
    return this.tolerance <= NOISIEST && this.wrongPlaces.length > 0;
  }

  /** The known places where the gradients differ. */
  get wrongPlaces(): readonly number[] {
    return this.known.filter((i) => !this.isZero(this.residual(i)));
  }

  /** The known places where one of the gradients is not 0. */
  get active(): readonly number[] {
    const { actual, expected } = this.wrong;
    return this.known.filter((i) => !this.isZero(at(actual, i)) || !this.isZero(at(expected, i)));
  }

  /** By how much the gradient is too large at a place. */
  residual(i: number): number {
    return at(this.wrong.actual, i) - at(this.wrong.expected, i);
  }

  /** Whether a number is nothing but rounding. */
  isZero(value: number): boolean {
    return Math.abs(value) <= this.tolerance * this.largest;
  }

  /**
   * The largest distance between the gradient given and what a mistake would give, as a share of the largest
   * element; undefined if that is too much.
   */
  error(candidate: (i: number) => number, places = this.known): number | undefined {
    const distances = places.map((i) => Math.abs(at(this.wrong.actual, i) - candidate(i)));
    const error = distances.reduce((a, b) => Math.max(a, b), 0) / this.largest;
    return error <= this.tolerance ? error : undefined; // NaN is no fit
  }
}

/** The number at a place in `data`. */
export function at(matrix: Matrix, i: number): number {
  return matrix.data[i] as number;
}
