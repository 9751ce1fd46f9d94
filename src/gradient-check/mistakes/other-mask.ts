import { at } from "../evidence.js";
import { fit, type Mistake } from "../mistake.js";

/** dL/dy, masked and scaled as it should be, but with another mask than y. */
export const otherMask: Mistake = (evidence) => {
  const G = evidence.alike(evidence.wrong.outputGradient);
  const first = evidence.known.find((i) => !evidence.isZero(evidence.expected(i)));
  if (!G || first === undefined || evidence.wrongPlaces.length < 2) return [];
  const factor = evidence.expected(first) / at(G, first);
  const isMasked = (i: number, value: number) =>
    evidence.isZero(value) || evidence.isZero(value - factor * at(G, i));
  if (!evidence.known.every((i) => isMasked(i, evidence.actual(i)) && isMasked(i, evidence.expected(i)))) {
    return [];
  }
  const message =
    "is 0 at other places than it should be: the way back has another mask than forward. " +
    "Keep the mask that forward has drawn or computed.";
  return [fit(evidence, "other-mask", evidence.tolerance, message)];
};
