import type { Mistake } from "../mistake.js";

/** dL/dy is taken as 1, or not passed on beside the layers that a shortcut goes around. */
export const upstream: Mistake = (evidence) => {
  const { local, expected } = evidence.wrong;
  const G = evidence.alike(evidence.wrong.outputGradient);
  return [
    {
      kind: "upstream-ignored",
      gradient: local,
      message: "ignores dL/dy, the gradient that backward is given: multiply by it.",
    },
    {
      kind: "term-missing",
      gradient: G && expected.subtract(G),
      message: "lacks dL/dy itself: add it, since the way around, y = x + …, passes it on unchanged.",
    },
  ];
};
