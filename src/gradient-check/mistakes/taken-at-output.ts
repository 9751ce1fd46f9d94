import type { Mistake } from "../mistake.js";

/** y in the place of x: f′(y) instead of f′(x), or yᵀG instead of xᵀG. */
export const takenAtOutput: Mistake = ({ isInput, wrong: { y, outputGradient: G, atOutput } }) => [
  {
    kind: "taken-at-output",
    gradient: atOutput,
    message: "has the derivative of the layer at y, its result: take it at x. Keep x for the way back.",
  },
  {
    kind: "taken-at-output",
    gradient: isInput || !G ? undefined : y?.transpose().matmul(G),
    message: "is yᵀ dL/dy, with y, the result: use xᵀ dL/dy. Keep x for the way back.",
  },
];
