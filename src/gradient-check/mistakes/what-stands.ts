import { at, type Evidence } from "../evidence.js";
import { showNumber } from "../show-number.js";
import { multipleOf } from "./multiple-of.js";

/** What a gradient is at some places where it is wrong, in words; undefined if it is nothing in particular. */
export function whatStands(evidence: Evidence, places: readonly number[]): string | undefined {
  const { expected } = evidence;
  const G = evidence.alike(evidence.wrong.outputGradient);
  const instead = places.every((i) => evidence.isZero(expected(i))) ? " instead of 0" : "";
  if (evidence.error(() => 0, places) !== undefined) return "0";
  if (G && evidence.error((i) => at(G, i), places) !== undefined) return `dL/dy${instead}`;
  const off = multipleOf(evidence, () => 1, places);
  if (off) return `too ${off.factor > 0 ? "large" : "small"} by ${showNumber(Math.abs(off.factor))}`;
  const times = multipleOf(evidence, expected, places);
  return times && `${showNumber(1 + times.factor)} times the right one`;
}
