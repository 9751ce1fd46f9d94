import type { Mistake } from "../mistake.js";

/** A gradient that nobody wrote. */
export const zeros: Mistake = ({ wrong }) => [
  {
    kind: "zeros",
    gradient: wrong.expected.multiply(0),
    message: "is 0 everywhere: compute it, and write it to the matrix that is read, not to a copy.",
  },
];
