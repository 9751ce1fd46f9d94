import { fit, type Mistake } from "../mistake.js";

/** A gradient that nobody wrote. */
export const zeros: Mistake = (evidence) => {
  const error = evidence.error(() => 0);
  if (error === undefined) return [];
  const message =
    "is 0 everywhere: it is never computed, or written to a copy. Write it to the matrix that is read.";
  return [fit(evidence, "zeros", error, message)];
};
