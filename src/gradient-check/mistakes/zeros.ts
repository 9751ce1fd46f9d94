import type { Mistake } from "../evidence.js";
import { showNumber } from "../show-number.js";

/** A gradient that nobody wrote. */
export const zeros: Mistake = (evidence) => {
  const error = evidence.error(() => 0);
  if (error === undefined) return undefined;
  const { name } = evidence.wrong;
  return {
    kind: "zeros",
    message:
      `The gradient of ${name} is 0 everywhere: it is never computed, or written to a copy. ` +
      "Write it to the matrix that is read.",
    evidence: `${evidence.known.length} numbers are 0, up to ${showNumber(evidence.largest)} is right`,
    error,
  };
};
