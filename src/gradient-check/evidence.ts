import type { Matrix } from "../matrix/matrix.js";
import type { WrongGradient } from "./wrong-gradient.js";

/** A function of a place in `data`. */
export type Numbers = (i: number) => number;

/** Above this share of the largest element, noise could look like anything. */
const NOISIEST = 1e-3;

/** A wrong gradient beside the right one. Numbers are compared relative to the largest of them. */
export class Evidence {
  /** The places in `data` where both gradients are known. */
  readonly known: readonly number[];
  /** The largest absolute value of both gradients. */
  readonly largest: number;
  /** The largest distance that counts as equal, as a share of `largest`. */
  readonly tolerance: number;
  /** The known places where one of the gradients is not 0. */
  readonly active: readonly number[];
  /** The known places where the gradients differ. */
  readonly wrongPlaces: readonly number[];

  /** Whether the gradient is that of the input. */
  readonly isInput: boolean;
  /** The input, one example a row. */
  readonly x: Matrix | undefined;

  constructor(readonly wrong: WrongGradient) {
    this.isInput = wrong.name === "x" || wrong.x === wrong.value;
    this.x = this.isInput ? wrong.value : wrong.x;
    const { actual, expected, indices, tolerance = 1e-6, noise = 0 } = wrong;
    this.known = Array.from(indices ?? actual.data.keys());
    const size = (i: number) => Math.max(Math.abs(at(actual, i)), Math.abs(at(expected, i)));
    this.largest = this.known.map(size).reduce((a, b) => Math.max(a, b), 0);
    this.tolerance = Math.max(tolerance, noise / this.largest);
    this.active = this.known.filter((i) => !this.isZero(size(i)));
    this.wrongPlaces = this.known.filter((i) => !this.isZero(this.residual(i)));
  }

  /** Whether the gradients differ, and are known so well that a fit means something. */
  get tells(): boolean {
    return this.tolerance <= NOISIEST && this.wrongPlaces.length > 0;
  }

  /** The gradient given. */
  readonly actual: Numbers = (i) => at(this.wrong.actual, i);

  /** The right gradient. */
  readonly expected: Numbers = (i) => at(this.wrong.expected, i);

  /** By how much the gradient is too large. */
  readonly residual: Numbers = (i) => this.actual(i) - this.expected(i);

  /** Whether a number is nothing but rounding. */
  readonly isZero = (value: number): boolean => Math.abs(value) <= this.tolerance * this.largest;

  /** How far the gradient given is from what a mistake would give; undefined if too far. See `distance`. */
  error(candidate: Numbers, places = this.known): number | undefined {
    return this.distance(this.actual, candidate, places);
  }

  /** The largest distance of some numbers, as a share of the largest element; undefined if that is too much. */
  distance(numbers: Numbers, others: Numbers, places: readonly number[]): number | undefined {
    const distances = places.map((i) => Math.abs(numbers(i) - others(i)));
    const error = distances.reduce((a, b) => Math.max(a, b), 0) / this.largest;
    return error <= this.tolerance ? error : undefined; // NaN is no fit
  }

  /** The matrix, if it has the gradient's shape. */
  readonly alike = (matrix: Matrix | undefined): Matrix | undefined => {
    const { rows, cols } = this.wrong.value;
    return matrix?.rows === rows && matrix.cols === cols ? matrix : undefined;
  };
}

/** The number at a place in `data`. */
export function at(matrix: Matrix, i: number): number {
  return matrix.data[i] as number;
}
