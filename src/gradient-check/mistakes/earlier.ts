import type { Mistake } from "../mistake.js";

/** The gradient of the step before, alone or in the sum of both. */
export const earlier: Mistake = ({ wrong: { earlier, expected } }) => [
  {
    kind: "stale",
    gradient: earlier,
    message: "is that of the step before: keep x, and what forward makes of it, anew in each forward pass.",
  },
  {
    kind: "accumulated",
    gradient: earlier && expected.add(earlier),
    message: "is the sum of this step's and that of the step before: start each backward pass from 0.",
  },
];
