import { exact, type Mistake } from "../mistake.js";

/** The gradient of the step before. */
export const stale: Mistake = (evidence) =>
  exact(
    evidence,
    "stale",
    evidence.wrong.earlier,
    "is that of the step before: the way back uses an x (or what forward made of it) that was kept then. " +
      "Keep it anew in each forward pass.",
  );

/** The sum of two steps. */
export const accumulated: Mistake = (evidence) => {
  const earlier = evidence.alike(evidence.wrong.earlier);
  return exact(
    evidence,
    "accumulated",
    earlier && evidence.wrong.expected.add(earlier),
    "is the sum of this step's and that of the step before: start each backward pass from 0.",
  );
};
