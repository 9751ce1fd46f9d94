import type { Words } from "./words/en.js";

/** How errors that a run can throw begin, and what a reader of the page can do about them. */
const CURES: readonly (readonly [start: RegExp, cure: keyof Words["cures"]])[] = [
  [/^(Diverged|NonFinite)Error/, "diverged"],
  [/^RangeError: BatchNorm: the number of rows/, "oneRow"],
  [/^RangeError: toOnnx: .* a number that float32 can hold/, "tooLargeForOnnx"],
  [/^NoPointsError/, "noPoints"],
];

/** The name of the words about an error; undefined if there are none. */
export function cureOf(error: { name: string; message: string }): keyof Words["cures"] | undefined {
  return CURES.find(([start]) => start.test(`${error.name}: ${error.message}`))?.[1];
}
