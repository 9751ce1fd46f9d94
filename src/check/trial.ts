import type { Pair } from "./compare.js";
import type { DifferenceKind } from "./difference-kind.js";
import type { Draw, Size } from "./draw.js";

/** Homework and library, side by side. */
export interface Trial {
  /** What the library calls its part. */
  readonly like: () => string;
  /** The inputs whose numbers may move a little; others are chosen from a few, such as labels. */
  readonly movable: (name: string) => boolean;
  /** Whether a difference depends on an input. */
  readonly shows: (what: DifferenceKind, name: string) => boolean;
  /** What both make of an input. Throws {@link Refused} if the library does not take it. */
  readonly run: (size: Size, draw: Draw) => Pair;
}

/** Thrown by a trial if the library does not take an input. Its message is the library's. */
export class Refused extends Error {}
