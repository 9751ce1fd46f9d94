import type { Mistake } from "../mistake.js";

/** The penalty's gradient is left out, added twice, or halved. */
export const penalty: Mistake = ({ wrong: { penalty, expected } }) => [
  {
    kind: "penalty-missing",
    gradient: penalty && expected.subtract(penalty),
    message: "lacks that of the penalty: add it after the backward pass.",
  },
  {
    kind: "penalty-twice",
    gradient: penalty && expected.add(penalty),
    message: "has that of the penalty twice: add it once.",
  },
  {
    kind: "penalty-factor",
    gradient: penalty && expected.subtract(penalty.divide(2)),
    message: "has half of that of the penalty: λ W² has the gradient 2 λ W, and ½ λ W² has λ W.",
  },
];
