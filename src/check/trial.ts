import type { CheckDifference } from "./check-report.js";
import type { Pair } from "./compare.js";
import type { Draw, Numbers, Size } from "./draw.js";

/** Homework and library, side by side. */
export interface Trial {
  /** What the library calls its part. */
  readonly like: () => string;
  /** The inputs whose numbers may move a little; others are chosen from a few, such as labels. */
  readonly movable: (name: string) => boolean;
  /** Whether a difference depends on the input of this name. */
  readonly shows: (difference: CheckDifference, name: string) => boolean;
  /** What both make of an input. Throws {@link Refused} if the library does not take it. */
  readonly run: (size: Size, draw: Draw) => Pair;
  /** Inputs that the library may refuse. */
  readonly refusals: () => Iterable<Refusal>;
}

/** An input that is probably wrong. */
export interface Refusal {
  /** What is wrong with it. */
  readonly place: string;
  readonly input: Numbers;
  readonly like: () => unknown;
  readonly mine: () => unknown;
}

/** Thrown by a trial if the library does not take an input. Its message is the library's. */
export class Refused extends Error {}
